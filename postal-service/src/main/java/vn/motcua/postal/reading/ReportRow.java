package vn.motcua.postal.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Immutable;

/** A row of {@code carrier_report}, for reading. */
@Entity(name = "ReportRow")
@Immutable
@Table(name = "carrier_report")
public class ReportRow {
    @EmbeddedId
    Key key;

    String effect;

    /** What makes a report one and the same. */
    @Embeddable
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "item_code")
        String itemCode;

        int status;
        Instant time;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && status == that.status
                    && Objects.equals(itemCode, that.itemCode)
                    && Objects.equals(time, that.time);
        }

        @Override
        public int hashCode() {
            return Objects.hash(itemCode, status, time);
        }
    }
}
