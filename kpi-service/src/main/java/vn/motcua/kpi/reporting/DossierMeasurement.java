package vn.motcua.kpi.reporting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of what was collected, for reading only. */
@Entity
@Immutable
@Table(name = "dossier_measurement")
class DossierMeasurement {

    @Id
    UUID dossierId;

    String agency;
    String procedure;
    String sector;
    String channel;
    LocalDate acceptedOn;
    LocalDate dueOn;
    LocalDate originalDueOn;
    LocalDate endedOn;
}
