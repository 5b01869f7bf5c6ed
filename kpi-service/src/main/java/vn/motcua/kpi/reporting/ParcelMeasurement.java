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
@IdClass(ParcelMeasurement.Key.class)
@Table(name = "parcel_measurement")
class ParcelMeasurement {

    /** Which parcel of the dossier. */
    record Key(UUID dossierId, int run) {}

    @Id
    UUID dossierId;

    @Id
    int run;

    String agency;
    LocalDate promisedOn;
    LocalDate handedOverOn;
    LocalDate deliveredOn;
    int failedAttempts;
}
