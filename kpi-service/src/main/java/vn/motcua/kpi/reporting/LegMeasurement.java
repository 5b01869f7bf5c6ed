package vn.motcua.kpi.reporting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of what was collected, for reading only. */
@Entity
@Immutable
@Table(name = "leg_measurement")
@IdClass(LegMeasurement.Key.class)
class LegMeasurement {

    @Id
    UUID dossierId;

    @Id
    int number;

    String agency;
    LocalDate openedOn;
    LocalDate dueOn;
    LocalDate finishedOn;
    boolean withdrawn;

    record Key(UUID dossierId, int number) {}
}
