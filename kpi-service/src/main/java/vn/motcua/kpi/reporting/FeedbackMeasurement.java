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
@Table(name = "feedback_measurement")
class FeedbackMeasurement {

    @Id
    UUID feedbackId;

    String agency;
    String procedure;
    LocalDate receivedOn;
    LocalDate handledOn;
    Boolean late;
    LocalDate ratedOn;
    Integer rating;
}
