package vn.motcua.dossier.reading;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.motcua.dossier.casework.CourseText;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.LegalProfile;
import vn.motcua.dossier.lifecycle.Matter;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.ReturnMethod;
import vn.motcua.dossier.lifecycle.Timeline;

/** A dossier as it stands in its table; read only. */
@Entity
@Immutable
@Table(name = "dossier")
class DossierRow {

    /** As the database orders a queue: by when something is due to happen; ids by their bytes, which Java's comparison of UUIDs does not keep and their text does. */
    static final Comparator<DossierRow> BY_ANSWER = Comparator.comparing(
                    (DossierRow row) -> row.answerBy, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(row -> row.id.toString());

    @Id
    UUID id;

    String code;
    String status;

    @Column(name = "previous_status")
    String previousStatus;

    long sequence;

    @Column(name = "step_sequence")
    long stepSequence;

    @Column(name = "changed_at")
    Instant changedAt;

    String channel;

    @Column(name = "return_method")
    String returnMethod;

    String origin;

    @Column(name = "legal_profile")
    String legalProfile;

    String procedure;

    @Column(name = "procedure_version")
    int procedureVersion;

    String sector;
    boolean immediate;
    String agency;

    @Column(name = "agency_path")
    String[] agencyPath;

    @Column(name = "receiving_one_stop")
    String receivingOneStop;

    String citizen;
    String officer;
    String course;
    String[] holders;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "reply_due_at")
    Instant replyDueAt;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    @Column(name = "due_at")
    Instant dueAt;

    /** When something is due to happen: the reply before acceptance, the result afterwards. Worked out by the database. */
    @Column(name = "answer_by", insertable = false, updatable = false)
    Instant answerBy;

    @Column(name = "original_due_at")
    Instant originalDueAt;

    @Column(name = "completed_at")
    Instant completedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "returned_at")
    Instant returnedAt;

    String outcome;
    String reason;

    @Column(name = "result_reference")
    String resultReference;

    @Column(name = "private_digest")
    String privateDigest;

    protected DossierRow() {}

    /** The value that rights and next steps are decided on. */
    Dossier dossier() {
        return new Dossier(
                id,
                code,
                matter(),
                DossierStatus.valueOf(status),
                previousStatus == null ? null : DossierStatus.valueOf(previousStatus),
                sequence,
                changedAt,
                new Timeline(
                        submittedAt, replyDueAt, acceptedAt, dueAt, originalDueAt, completedAt, endedAt, returnedAt),
                outcome == null ? null : Outcome.valueOf(outcome),
                reason,
                resultReference,
                officer,
                CourseText.read(course));
    }

    private Matter matter() {
        return new Matter(
                Channel.valueOf(channel),
                ReturnMethod.valueOf(returnMethod),
                Origin.valueOf(origin),
                LegalProfile.of(legalProfile),
                procedure,
                procedureVersion,
                sector,
                immediate,
                agency,
                List.of(agencyPath),
                receivingOneStop,
                citizen,
                privateDigest);
    }
}
