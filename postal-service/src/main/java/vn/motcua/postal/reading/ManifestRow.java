package vn.motcua.postal.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A row of {@code manifest}, for reading. */
@Entity(name = "ManifestRow")
@Immutable
@Table(name = "manifest")
public class ManifestRow {
    @Id
    String id;

    String agency;
    LocalDate day;
    int run;
    String state;
    long version;

    @Column(name = "closes_at")
    Instant closesAt;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "handed_over_at")
    Instant handedOverAt;

    @Column(name = "handed_over_by")
    String handedOverBy;

    @Column(name = "received_by")
    String receivedBy;
}
