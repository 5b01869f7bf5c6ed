package vn.motcua.postal.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code carrier_order}, for reading. */
@Entity(name = "OrderRow")
@Immutable
@Table(name = "carrier_order")
public class OrderRow {
    @Id
    @Column(name = "return_id")
    UUID returnId;

    String state;

    @Column(name = "tracking_number")
    String trackingNumber;

    int attempts;
    int retries;
    String reason;
}
