package vn.motcua.kpi.reporting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of what was collected, for reading only. Rows from before a column existed hold null in it. */
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
    String origin;
    String status;
    LocalDate submittedOn;
    LocalDate acceptedOn;
    LocalDate dueOn;
    LocalDate originalDueOn;
    LocalDate pausedOn;
    LocalDate endedOn;
    LocalDate voidedOn;
    Instant replyDueAt;
    Instant repliedAt;
    Boolean replyLate;
    Integer supplements;
    Boolean extended;
    LocalDate ratedOn;
    Integer rating;
    Boolean paidOnline;
    Integer procedureVersion;
    Boolean certified;
    Boolean granted;
    Boolean digitised;
    Boolean owed;
}
