package vn.motcua.dossier.homecoming;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A line of the work list in its table; read only. */
@Entity
@Immutable
@Table(name = "homecoming_work")
class HomecomingWorkRow {

    @Id
    long id;

    @Column(name = "dossier_id")
    UUID dossierId;

    @Column(name = "dossier_code")
    String dossierCode;

    String agency;

    @Column(name = "delivered_at")
    Instant deliveredAt;

    String reason;
    String status;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "settled_at")
    Instant settledAt;

    @Column(name = "settled_by")
    String settledBy;

    @Column(name = "settlement_note")
    String settlementNote;

    @Column(name = "request_scope")
    String requestScope;

    @Column(name = "request_key")
    String requestKey;

    @Column(name = "request_digest")
    byte[] requestDigest;

    protected HomecomingWorkRow() {}
}
