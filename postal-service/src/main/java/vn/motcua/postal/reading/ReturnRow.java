package vn.motcua.postal.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code postal_return}, for reading. */
@Entity(name = "ReturnRow")
@Immutable
@Table(name = "postal_return")
public class ReturnRow {
    @Id
    UUID id;

    @Column(name = "dossier_id")
    UUID dossierId;

    @Column(name = "dossier_code")
    String dossierCode;

    String agency;
    String zone;
    String status;

    @Column(name = "manifest_id")
    String manifestId;

    @Column(name = "promised_date")
    LocalDate promisedDate;

    @Column(name = "result_count")
    int resultCount;

    int attempt;

    @Column(name = "handed_over_at")
    Instant handedOverAt;

    @Column(name = "delivered_at")
    Instant deliveredAt;

    @Column(name = "next_invitation")
    LocalDate nextInvitation;

    @Column(name = "created_at")
    Instant createdAt;
}
