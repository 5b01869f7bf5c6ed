package vn.motcua.notification.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A notice in its table, without the full address; read only. Not marked immutable: Hibernate would look such entities up in a cache that stateless
 * sessions do not have (ClassCastException).
 */
@Entity
@Table(name = "notice")
class NoticeRow {

    @Id
    UUID id;

    long position;

    @Column(name = "dossier_id")
    UUID dossierId;

    String code;
    String agency;
    String wording;
    int version;
    String language;
    String channel;
    String masked;
    String subject;
    String body;
    Integer parts;
    String state;
    String reason;
    int attempt;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "row_version")
    long rowVersion;

    protected NoticeRow() {}
}
