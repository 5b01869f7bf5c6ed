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
@Table(name = "parcel_measurement")
class ParcelMeasurement {

    @Id
    UUID dossierId;

    String agency;
    LocalDate promisedOn;
    LocalDate handedOverOn;
    LocalDate deliveredOn;
    int failedAttempts;
}
