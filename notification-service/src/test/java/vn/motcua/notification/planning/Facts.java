package vn.motcua.notification.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.Adopted;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Assigned;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.ClockPolicy;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.CorrectedField;
import vn.motcua.dossier.events.DocumentAdded;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.DueDateCause;
import vn.motcua.dossier.events.DueDateChanged;
import vn.motcua.dossier.events.DueSoon;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.ForwardOverdue;
import vn.motcua.dossier.events.Leg;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegOutcome;
import vn.motcua.dossier.events.LegOverdue;
import vn.motcua.dossier.events.LegPlanned;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.LegWithdrawn;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.Merged;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.Overdue;
import vn.motcua.dossier.events.PaymentConfirmed;
import vn.motcua.dossier.events.PaymentMethod;
import vn.motcua.dossier.events.PaymentRefunded;
import vn.motcua.dossier.events.PaymentRequested;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.RatingSubmitted;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ReplyOverdue;
import vn.motcua.dossier.events.Reported;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.Resumed;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.StepCompleted;
import vn.motcua.dossier.events.StepRecalled;
import vn.motcua.dossier.events.StepSentBack;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.SupplementCompleted;
import vn.motcua.dossier.events.SupplementPhase;
import vn.motcua.dossier.events.SupplementRequested;
import vn.motcua.dossier.events.SupplementSubmitted;
import vn.motcua.dossier.events.TransferCause;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.events.Voided;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.postal.events.DeliveryFailed;
import vn.motcua.postal.events.HandedOver;
import vn.motcua.postal.events.ParcelRef;
import vn.motcua.postal.events.PostalState;
import vn.motcua.postal.events.PostalStatus;

/** Facts of dossiers and parcels with fixed instants: submitted Wednesday 8 June 2022 at 09:00, due the 15th, completed the 14th. */
public final class Facts {

    public static final String DOSSIER_SOURCE = "urn:motcua:H03:dossier-service";
    public static final String POSTAL_SOURCE = "urn:motcua:H03:postal-service";
    public static final String JUSTICE = "H03.01";
    public static final String TRACKING_NUMBER = "RB473124829VN";

    static final Instant SUBMITTED = Instant.parse("2022-06-08T02:00:00Z");
    static final Instant DUE = Instant.parse("2022-06-15T02:00:00Z");
    static final Instant COMPLETED = Instant.parse("2022-06-14T02:00:00Z");
    static final Instant EARLIER = Instant.parse("2022-06-13T02:00:00Z");
    static final Instant DEADLINE = Instant.parse("2022-06-22T10:00:00Z");
    private static final Actor RECEPTION = new Actor(Role.RECEPTION, JUSTICE);

    private Facts() {}

    public static Recipient recipient(String phone, String email) {
        return recipient(phone, email, "vi");
    }

    public static Recipient recipient(String phone, String email, String language) {
        return new Recipient("Hoàng Văn Mẫu", phone, email, phone != null, email != null, language, null);
    }

    public static DossierState state(String code, Status status, ReturnMethod way, Origin origin) {
        return state(code, JUSTICE, status, way, origin);
    }

    public static DossierState state(String code, String agency, Status status, ReturnMethod way, Origin origin) {
        return new DossierState(
                code,
                status,
                null,
                Channel.ONLINE,
                way,
                new ProcedureRef("1.900103", 1, "TU_PHAP"),
                new AgencyRef(agency, List.of("H03", agency)),
                null,
                SUBMITTED,
                SUBMITTED,
                DUE,
                DUE,
                null,
                COMPLETED,
                COMPLETED,
                COMPLETED,
                null,
                origin,
                "2022",
                "sha256:" + "ab".repeat(32));
    }

    /** The same dossier under the rule set of that year. */
    static DossierState under(String legalProfile, DossierState state) {
        return copy(state, state.status(), state.dueAt(), state.completedAt(), legalProfile);
    }

    /** The same dossier before it ended, due then; null: without a time limit. */
    static DossierState due(DossierState state, Instant dueAt) {
        return copy(state, state.status(), dueAt, null, state.legalProfile());
    }

    static DossierState standing(Status status, DossierState state) {
        return copy(state, status, state.dueAt(), null, state.legalProfile());
    }

    /** The same dossier, taken in by another agency's one-stop shop. */
    static DossierState takenInAt(String oneStop, DossierState state) {
        return new DossierState(
                state.code(),
                state.status(),
                state.previousStatus(),
                state.channel(),
                state.returnMethod(),
                state.procedure(),
                state.agency(),
                AgencyRef.of(oneStop),
                state.submittedAt(),
                state.acceptedAt(),
                state.dueAt(),
                state.originalDueAt(),
                state.pausedSince(),
                state.completedAt(),
                state.endedAt(),
                state.returnedAt(),
                state.voidedAt(),
                state.origin(),
                state.legalProfile(),
                state.privateDigest());
    }

    private static DossierState copy(
            DossierState state, Status status, Instant dueAt, Instant ended, String legalProfile) {
        return new DossierState(
                state.code(),
                status,
                state.previousStatus(),
                state.channel(),
                state.returnMethod(),
                state.procedure(),
                state.agency(),
                state.receivingOneStop(),
                state.submittedAt(),
                state.acceptedAt(),
                dueAt,
                dueAt,
                null,
                ended,
                ended,
                ended,
                null,
                state.origin(),
                legalProfile,
                state.privateDigest());
    }

    public static DossierEvent submitted(DossierState state) {
        return new Submitted(state, new Actor(Role.CITIZEN, null), null);
    }

    public static DossierEvent accepted(DossierState state) {
        return new Accepted(state, RECEPTION, new Limit(5, Limit.Unit.WORKING_DAYS));
    }

    public static DossierEvent refused(DossierState state) {
        return new Refused(state, RECEPTION, "NOT_COMPETENT");
    }

    public static DossierEvent processing(DossierState state) {
        return new ProcessingStarted(state, RECEPTION);
    }

    public static DossierEvent withdrawn(DossierState state) {
        return new Withdrawn(state, RECEPTION);
    }

    public static DossierEvent completed(DossierState state) {
        return new Completed(state, RECEPTION, Outcome.GRANTED, 1);
    }

    public static DossierEvent returned(DossierState state) {
        return new Returned(state, RECEPTION, ReturnMethod.COUNTER, null);
    }

    public static DossierEvent changed(DossierState state) {
        return new RecipientChanged(state, RECEPTION);
    }

    public static DossierEvent erased(DossierState state) {
        return new RecipientErased(state, RECEPTION);
    }

    public static DossierEvent supplementRequested(DossierState state) {
        return supplementRequested(state, DEADLINE);
    }

    static DossierEvent supplementRequested(DossierState state, Instant deadline) {
        return new SupplementRequested(state, RECEPTION, SupplementPhase.PROCESSING, 2, deadline, 1);
    }

    static DossierEvent supplementSubmitted(DossierState state) {
        return new SupplementSubmitted(state, RECEPTION, 2);
    }

    public static DossierEvent supplementCompleted(DossierState state) {
        return new SupplementCompleted(state, RECEPTION, ClockPolicy.RESTART, EARLIER);
    }

    public static DossierEvent paymentRequested(DossierState state) {
        return paymentRequested(state, DEADLINE);
    }

    static DossierEvent paymentRequested(DossierState state, Instant deadline) {
        return new PaymentRequested(state, RECEPTION, 200_000, "VND", deadline);
    }

    public static DossierEvent paymentConfirmed(DossierState state) {
        return new PaymentConfirmed(state, RECEPTION, 200_000, "VND", PaymentMethod.ONLINE, SUBMITTED, EARLIER, null);
    }

    public static DossierEvent paymentRefunded(DossierState state) {
        return new PaymentRefunded(state, RECEPTION, 200_000, "VND", "PAID_TWICE", false);
    }

    static DossierEvent assigned(DossierState state) {
        return new Assigned(state, RECEPTION, JUSTICE);
    }

    static DossierEvent stepCompleted(DossierState state) {
        return new StepCompleted(state, RECEPTION, "APPRAISAL", "SIGNATURE", EARLIER, DUE);
    }

    static DossierEvent stepSentBack(DossierState state) {
        return new StepSentBack(state, RECEPTION, "SIGNATURE", "APPRAISAL", DUE, "DRAFT_INCOMPLETE");
    }

    static DossierEvent stepRecalled(DossierState state) {
        return new StepRecalled(state, RECEPTION, "SIGNATURE", "APPRAISAL", DUE);
    }

    public static DossierEvent extended(DossierState state) {
        return new Extended(state, RECEPTION, EARLIER, "COMPLEX_MATTER");
    }

    public static DossierEvent dueDateChanged(DossierState state) {
        return new DueDateChanged(state, RECEPTION, EARLIER, DueDateCause.CALENDAR);
    }

    /** Awaited until a later day. @param previousDueAt of the result, which is due then or moved to {@link #DUE} */
    static DossierEvent prolonged(DossierState state, Instant previousDueAt) {
        return new DueDateChanged(
                due(state, DUE), RECEPTION, previousDueAt, DueDateCause.CALENDAR, null, DEADLINE, null, null);
    }

    public static DossierEvent prolonged(DossierState state) {
        return prolonged(standing(Status.SUPPLEMENT_REQUIRED, state), DUE);
    }

    public static DossierEvent stopped(DossierState state) {
        return new Stopped(state, RECEPTION, "NOT_COMPETENT", false);
    }

    public static DossierEvent resumed(DossierState state) {
        return new Resumed(state, RECEPTION, EARLIER);
    }

    public static DossierEvent resultRecalled(DossierState state) {
        return new ResultRecalled(state, RECEPTION, "RESULT_WRONG", EARLIER);
    }

    static DossierEvent dueSoon(DossierState state) {
        return new DueSoon(state, RECEPTION);
    }

    static DossierEvent overdue(DossierState state) {
        return new Overdue(state, RECEPTION);
    }

    static DossierEvent replyOverdue(DossierState state) {
        return new ReplyOverdue(state, RECEPTION, DUE);
    }

    static DossierEvent forwardOverdue(DossierState state) {
        return new ForwardOverdue(state, RECEPTION, DUE);
    }

    static DossierEvent documentAdded(DossierState state) {
        return new DocumentAdded(state, RECEPTION, null);
    }

    static DossierEvent legPlanned(DossierState state) {
        return new LegPlanned(state, RECEPTION, leg(null));
    }

    static DossierEvent legOpened(DossierState state) {
        return new LegOpened(state, RECEPTION, leg(null));
    }

    static DossierEvent legReceived(DossierState state) {
        return new LegReceived(state, RECEPTION, leg(null));
    }

    static DossierEvent legFinished(DossierState state) {
        return new LegFinished(state, RECEPTION, leg(LegOutcome.DONE), null);
    }

    static DossierEvent legWithdrawn(DossierState state) {
        return new LegWithdrawn(state, RECEPTION, leg(LegOutcome.WITHDRAWN), "PART_NOT_NEEDED");
    }

    static DossierEvent legOverdue(DossierState state) {
        return new LegOverdue(state, RECEPTION, leg(null));
    }

    /** From another agency to the state's own. */
    public static DossierEvent transferred(DossierState state) {
        return transferred(state, "H03.02");
    }

    static DossierEvent transferred(DossierState state, String from) {
        return new Transferred(state, RECEPTION, AgencyRef.of(from), TransferCause.REORGANISATION);
    }

    public static DossierEvent ownerCorrected(DossierState state) {
        return corrected(state, CorrectedField.OWNER, EARLIER);
    }

    static DossierEvent corrected(DossierState state, CorrectedField field, Instant previousDueAt) {
        return new Corrected(
                state, RECEPTION, List.of(field), "ENTRY_ERROR", previousDueAt, null, null, null, null, null, null);
    }

    public static DossierEvent voided(DossierState state) {
        return new Voided(state, RECEPTION, "NOT_COMPETENT");
    }

    public static DossierEvent merged(DossierState state) {
        return new Merged(state, RECEPTION, new Merged.Into(new UUID(1, 2), "H03.01-220608-0002"));
    }

    static DossierEvent adopted(DossierState state) {
        return new Adopted(state, RECEPTION, Origin.IMPORTED);
    }

    static DossierEvent reported(DossierState state) {
        return new Reported(state, RECEPTION, "completed", null, List.of());
    }

    static DossierEvent ratingSubmitted(DossierState state) {
        return new RatingSubmitted(state, new Actor(Role.CITIZEN, null), 5, List.of());
    }

    private static Leg leg(LegOutcome outcome) {
        return new Leg(
                1,
                AgencyRef.of("H03.03"),
                new Limit(1, Limit.Unit.WORKING_DAYS),
                null,
                SUBMITTED,
                DUE,
                SUBMITTED,
                null,
                outcome);
    }

    public static PostalState parcel(String code, PostalStatus status, int failedAttempts, Origin origin) {
        return new PostalState(
                new ParcelRef(UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)), 1),
                code,
                new AgencyRef(JUSTICE, List.of("H03", JUSTICE)),
                "INTRA_PROVINCE",
                status,
                LocalDate.of(2022, 6, 15),
                failedAttempts,
                COMPLETED,
                null,
                origin);
    }

    public static HandedOver handedOver(PostalState parcel) {
        return new HandedOver(parcel);
    }

    public static DeliveryFailed deliveryFailed(PostalState parcel) {
        return new DeliveryFailed(parcel, LocalDate.of(2022, 6, 17));
    }

    /** An event's id follows from its subject and sequence: the same on every redelivery. */
    public static EventAttributes attributes(
            String source, String type, UUID subject, long sequence, Instant recorded) {
        return new EventAttributes(
                UUID.nameUUIDFromBytes((source + subject + sequence).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                source,
                type,
                subject.toString(),
                SUBMITTED,
                EventAttributes.schemaOf(type),
                sequence,
                subject.toString(),
                null,
                "sha256:" + "ab".repeat(32),
                recorded,
                null,
                null,
                null);
    }
}
