package vn.motcua.dossier.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One event of a history in the relay's table; read only. The private columns are not mapped: who may read a history does not see them by that. */
@Entity
@Immutable
@Table(name = "event")
@IdClass(HistoryRow.Key.class)
class HistoryRow {

    /** An event by its place in the history. */
    record Key(UUID subject, long sequence) implements Serializable {}

    @Id
    UUID subject;

    @Id
    long sequence;

    UUID id;
    String type;
    Instant time;
    String data;

    @Column(name = "previous_hash")
    String previousHash;

    String hash;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "correlation_id")
    String correlationId;

    @Column(name = "causation_id")
    String causationId;

    String traceparent;

    protected HistoryRow() {}
}
