package vn.motcua.dossier.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One example of every fact: the life of one dossier, with fixed ids and instants. The golden files hold these very bytes. */
final class Examples {

    static final String SOURCE = "urn:motcua:H03:dossier-service";
    static final String SUBJECT = "01814200-0000-7000-8000-000000000001";
    static final Instant SUBMITTED = Instant.parse("2022-06-08T02:00:00Z");
    static final Instant ACCEPTED = Instant.parse("2022-06-08T03:15:30.250Z");
    static final Instant DUE = Instant.parse("2022-06-13T03:15:30.250Z");
    static final Instant COMPLETED = Instant.parse("2022-06-10T08:00:00Z");
    static final Instant RETURNED = Instant.parse("2022-06-14T02:30:00Z");

    private static final Actor CITIZEN = new Actor(Role.CITIZEN, null);
    private static final Actor RECEPTION = new Actor(Role.RECEPTION, "H03.01");
    private static final Actor OFFICER = new Actor(Role.OFFICER, "H03.01");
    private static final Actor LEADER = new Actor(Role.LEADER, "H03.01");
    private static final Instant RECEIVED = Instant.parse("2022-06-08T07:00:00Z");
    private static final Instant EARLIER = Instant.parse("2022-06-10T03:15:30.250Z");
    private static final Instant LATER = Instant.parse("2022-06-15T03:15:30.250Z");

    private Examples() {}

    private static Form form(Form.Code code, String number) {
        return new Form(code, number, "01/2018/TT-VPCP");
    }

    static List<DossierEvent> facts() {
        return List.of(
                new Submitted(
                        state(Status.SUBMITTED, null),
                        CITIZEN,
                        Instant.parse("2022-06-09T02:00:00Z"),
                        new Prepayment(
                                200_000,
                                "VND",
                                PaymentMethod.ONLINE,
                                Instant.parse("2022-06-08T01:58:00Z"),
                                PaymentGateway.PROVINCIAL),
                        List.of(document())),
                new Accepted(
                        state(Status.ACCEPTED, Status.SUBMITTED),
                        RECEPTION,
                        new Limit(3, Limit.Unit.WORKING_DAYS),
                        form(Form.Code.RECEIPT, "01"),
                        200_000L),
                new ProcessingStarted(
                        state(Status.PROCESSING, Status.ACCEPTED),
                        new Actor(Role.OFFICER, "H03.01"),
                        "CHECK",
                        EARLIER,
                        form(Form.Code.CONTROL_SLIP, "05")),
                new RecipientChanged(state(Status.PROCESSING, Status.PROCESSING), new Actor(Role.LEADER, "H03.01")),
                new Completed(
                        state(Status.COMPLETED, Status.PROCESSING),
                        LEADER,
                        Outcome.DENIED,
                        1,
                        "CONDITIONS_NOT_MET",
                        form(Form.Code.REFUSAL, "03")),
                new Returned(
                        state(Status.RETURNED, Status.COMPLETED),
                        RECEPTION,
                        ReturnMethod.COUNTER,
                        Collector.AUTHORISED),
                new RecipientErased(state(Status.RETURNED, Status.RETURNED), LEADER),
                new Refused(
                        state(Status.REFUSED, Status.SUBMITTED),
                        RECEPTION,
                        "NOT_COMPETENT",
                        form(Form.Code.REFUSAL, "03")),
                new Withdrawn(
                        of2025(state(Status.WITHDRAWN, Status.PROCESSING)),
                        OFFICER,
                        "NO_LONGER_NEEDED",
                        new Form(Form.Code.STOP_NOTICE, "05", "03/2025/TT-VPCP")),
                new SupplementRequested(
                        state(Status.SUPPLEMENT_REQUIRED, Status.PROCESSING),
                        RECEPTION,
                        SupplementPhase.PROCESSING,
                        2,
                        Instant.parse("2022-06-22T10:00:00Z"),
                        1,
                        form(Form.Code.SUPPLEMENT_REQUEST, "02")),
                new SupplementSubmitted(state(Status.SUPPLEMENT_REQUIRED, Status.SUPPLEMENT_REQUIRED), CITIZEN, 2),
                new SupplementCompleted(
                        takenInElsewhere(restarted(state(Status.PROCESSING, Status.SUPPLEMENT_REQUIRED))),
                        new Actor(Role.RECEPTION, "H03.31.01"),
                        ClockPolicy.RESTART,
                        DUE,
                        form(Form.Code.RECEIPT, "01")),
                new PaymentRequested(
                        state(Status.PAYMENT_REQUIRED, Status.PROCESSING),
                        OFFICER,
                        200_000,
                        "VND",
                        Instant.parse("2022-06-22T10:00:00Z")),
                new PaymentConfirmed(
                        moved(state(Status.PROCESSING, Status.PAYMENT_REQUIRED)),
                        new Actor(Role.CASHIER, "H03.01"),
                        200_000,
                        "VND",
                        PaymentMethod.ONLINE,
                        Instant.parse("2022-06-09T03:00:00Z"),
                        DUE,
                        PaymentGateway.NATIONAL),
                new PaymentRefunded(
                        state(Status.WITHDRAWN, Status.WITHDRAWN),
                        new Actor(Role.CASHIER, "H03.01"),
                        200_000,
                        "VND",
                        "WITHDRAWN_UNUSED",
                        false),
                new Assigned(state(Status.PROCESSING, Status.PROCESSING), LEADER, "H03.01"),
                new StepCompleted(
                        state(Status.PROCESSING, Status.PROCESSING),
                        OFFICER,
                        "APPRAISAL",
                        "SIGNATURE",
                        EARLIER,
                        DUE,
                        form(Form.Code.CONTROL_SLIP, "05")),
                new StepSentBack(
                        state(Status.PROCESSING, Status.PROCESSING),
                        LEADER,
                        "SIGNATURE",
                        "APPRAISAL",
                        DUE,
                        "DRAFT_INCOMPLETE",
                        form(Form.Code.CONTROL_SLIP, "05")),
                new StepRecalled(
                        state(Status.PROCESSING, Status.PROCESSING),
                        OFFICER,
                        "SIGNATURE",
                        "APPRAISAL",
                        DUE,
                        form(Form.Code.CONTROL_SLIP, "05")),
                new Extended(
                        moved(state(Status.PROCESSING, Status.PROCESSING)),
                        LEADER,
                        DUE,
                        "COMPLEX_MATTER",
                        false,
                        form(Form.Code.APOLOGY, "04")),
                new DueDateChanged(
                        moved(state(Status.PROCESSING, Status.PROCESSING)),
                        new Actor(Role.SYSTEM, null),
                        DUE,
                        DueDateCause.CALENDAR,
                        null,
                        null,
                        LATER,
                        List.of(leg(LATER, RECEIVED, null, null))),
                new Stopped(
                        of2025(state(Status.STOPPED, Status.PROCESSING)),
                        LEADER,
                        "COURT_DECISION",
                        true,
                        new Form(Form.Code.STOP_NOTICE, "05", "03/2025/TT-VPCP")),
                new Resumed(moved(state(Status.PROCESSING, Status.STOPPED)), LEADER, DUE),
                new ResultRecalled(moved(state(Status.PROCESSING, Status.COMPLETED)), LEADER, "RESULT_WRONG", DUE),
                new DueSoon(state(Status.PROCESSING, Status.PROCESSING), new Actor(Role.SYSTEM, null), DueWarning.DAYS),
                new Overdue(state(Status.PROCESSING, Status.PROCESSING), new Actor(Role.SYSTEM, null)),
                new ReplyOverdue(
                        state(Status.SUBMITTED, Status.SUBMITTED),
                        new Actor(Role.SYSTEM, null),
                        Instant.parse("2022-06-09T02:00:00Z")),
                new ForwardOverdue(
                        state(Status.ACCEPTED, Status.ACCEPTED),
                        new Actor(Role.SYSTEM, null),
                        Instant.parse("2022-06-08T10:00:00Z")),
                new LegPlanned(
                        state(Status.PROCESSING, Status.PROCESSING),
                        OFFICER,
                        new Leg(
                                2,
                                AgencyRef.of("H03.04"),
                                new Limit(2, Limit.Unit.WORKING_DAYS),
                                1,
                                null,
                                null,
                                null,
                                null,
                                null)),
                new LegOpened(state(Status.PROCESSING, Status.PROCESSING), OFFICER, leg(null, null, null)),
                new LegReceived(
                        state(Status.PROCESSING, Status.PROCESSING),
                        new Actor(Role.OFFICER, "H03.03"),
                        leg(RECEIVED, null, null)),
                new LegFinished(
                        state(Status.PROCESSING, Status.PROCESSING),
                        new Actor(Role.OFFICER, "H03.03"),
                        leg(RECEIVED, COMPLETED, LegOutcome.DECLINED),
                        "PART_NOT_POSSIBLE"),
                new LegWithdrawn(
                        state(Status.PROCESSING, Status.PROCESSING),
                        LEADER,
                        leg(RECEIVED, COMPLETED, LegOutcome.WITHDRAWN),
                        "PART_NOT_NEEDED"),
                new LegOverdue(
                        state(Status.PROCESSING, Status.PROCESSING),
                        new Actor(Role.SYSTEM, null),
                        leg(RECEIVED, null, null)),
                new Transferred(
                        state(Status.PROCESSING, Status.PROCESSING),
                        LEADER,
                        AgencyRef.of("H03.02"),
                        TransferCause.REORGANISATION),
                new Corrected(
                        moved(state(Status.PROCESSING, Status.PROCESSING)),
                        LEADER,
                        List.of(CorrectedField.PROCEDURE),
                        "ENTRY_ERROR",
                        DUE,
                        new Limit(5, Limit.Unit.WORKING_DAYS),
                        "CHECK",
                        EARLIER,
                        "APPRAISAL",
                        LATER,
                        150_000L),
                new Voided(state(Status.STOPPED, Status.PROCESSING, COMPLETED), LEADER, "ACCEPTED_BY_ERROR"),
                new Merged(
                        state(Status.STOPPED, Status.PROCESSING, COMPLETED),
                        LEADER,
                        new Merged.Into(UUID.fromString("01814200-0000-7000-8000-000000000002"), "H03.01-220608-0002")),
                new Adopted(state(Status.PROCESSING, Status.PROCESSING), OFFICER, Origin.IMPORTED),
                new Reported(
                        mirrored(state(Status.COMPLETED, Status.SUBMITTED)),
                        new Actor(Role.SYSTEM, null),
                        "completed",
                        Outcome.GRANTED,
                        List.of("NOT_ACCEPTED")),
                new RatingSubmitted(
                        state(Status.RETURNED, Status.RETURNED),
                        CITIZEN,
                        5,
                        List.of(
                                new RatingSubmitted.Dimension(RatingDimension.ATTITUDE, 5),
                                new RatingSubmitted.Dimension(RatingDimension.TIME, 4))),
                new DocumentAdded(state(Status.PROCESSING, Status.PROCESSING), OFFICER, document()));
    }

    private static Document document() {
        return new Document(
                UUID.fromString("01814200-0000-7000-a000-000000000001"),
                "CCCD",
                DocumentKind.SCANNED,
                false,
                "sha256:" + "cd".repeat(32),
                "application/pdf",
                2);
    }

    private static Leg leg(Instant receivedAt, Instant finishedAt, LegOutcome outcome) {
        return leg(DUE, receivedAt, finishedAt, outcome);
    }

    private static Leg leg(Instant dueAt, Instant receivedAt, Instant finishedAt, LegOutcome outcome) {
        return new Leg(
                1,
                AgencyRef.of("H03.03"),
                new Limit(1, Limit.Unit.WORKING_DAYS),
                null,
                ACCEPTED,
                dueAt,
                receivedAt,
                finishedAt,
                outcome);
    }

    static Recipient recipient() {
        return new Recipient(
                "Hoàng Thị Mẫu",
                "+84912345678",
                "mau@example.vn",
                true,
                true,
                "vi",
                new Address("Tổ 5", "phường Đức Xuân", "Bắc Kạn"));
    }

    static EventAttributes attributes(DossierEvent fact, long sequence, String previousHash, String hash) {
        return new EventAttributes(
                new UUID(0x0181420000007000L, 0x9000000000000000L + sequence),
                SOURCE,
                fact.type(),
                SUBJECT,
                fact.dossier().submittedAt(),
                EventAttributes.schemaOf(fact.type()),
                sequence,
                SUBJECT,
                previousHash,
                hash,
                Instant.parse("2022-06-08T02:00:00.125Z"),
                null,
                null,
                null);
    }

    /** The date was moved; what was promised first stays. */
    private static DossierState moved(DossierState before) {
        return but(before, before.code(), LATER, DUE, before.origin(), before.legalProfile(), 0);
    }

    /** The clock began again, and with it the promise. */
    private static DossierState restarted(DossierState before) {
        return but(before, before.code(), LATER, LATER, before.origin(), before.legalProfile(), 0);
    }

    /** Three years later, on the same days of the week, under rules that have a notice of a stop. */
    private static DossierState of2025(DossierState before) {
        return but(
                before, "H03.01-250611-0001", before.dueAt(), before.originalDueAt(), before.origin(), "2025", 1_099);
    }

    /** A commune's one-stop shop took it in for the department. */
    private static DossierState takenInElsewhere(DossierState before) {
        return new DossierState(
                before.code(),
                before.status(),
                before.previousStatus(),
                Channel.COUNTER,
                before.returnMethod(),
                before.procedure(),
                before.agency(),
                AgencyRef.of("H03.31.01"),
                before.submittedAt(),
                before.acceptedAt(),
                before.dueAt(),
                before.originalDueAt(),
                before.pausedSince(),
                before.completedAt(),
                before.endedAt(),
                before.returnedAt(),
                before.voidedAt(),
                before.origin(),
                before.legalProfile(),
                before.privateDigest());
    }

    /** Told by the system of a ministry. */
    private static DossierState mirrored(DossierState before) {
        return but(
                before,
                before.code(),
                before.dueAt(),
                before.originalDueAt(),
                Origin.MIRRORED,
                before.legalProfile(),
                0);
    }

    private static DossierState but(
            DossierState before,
            String code,
            Instant dueAt,
            Instant originalDueAt,
            Origin origin,
            String legalProfile,
            int days) {
        return new DossierState(
                code,
                before.status(),
                before.previousStatus(),
                before.channel(),
                before.returnMethod(),
                before.procedure(),
                before.agency(),
                before.receivingOneStop(),
                later(before.submittedAt(), days),
                later(before.acceptedAt(), days),
                later(dueAt, days),
                later(originalDueAt, days),
                later(before.pausedSince(), days),
                later(before.completedAt(), days),
                later(before.endedAt(), days),
                later(before.returnedAt(), days),
                later(before.voidedAt(), days),
                origin,
                legalProfile,
                before.privateDigest());
    }

    private static Instant later(Instant at, int days) {
        return at == null ? null : at.plus(Duration.ofDays(days));
    }

    private static DossierState state(Status status, Status previous) {
        return state(status, previous, null);
    }

    private static DossierState state(Status status, Status previous, Instant voidedAt) {
        boolean paused = status == Status.SUPPLEMENT_REQUIRED
                || status == Status.PAYMENT_REQUIRED
                || status == Status.STOPPED && voidedAt == null;
        boolean accepted = status != Status.SUBMITTED && status != Status.REFUSED;
        boolean withdrawn = status == Status.WITHDRAWN;
        boolean completed = status == Status.COMPLETED || status == Status.RETURNED;
        return new DossierState(
                "H03.01-220608-0001",
                status,
                previous,
                Channel.ONLINE,
                ReturnMethod.POST,
                new ProcedureRef("2.000635", 1, "CIVIL_STATUS"),
                new AgencyRef("H03.01", List.of("H03", "H03.01")),
                null,
                SUBMITTED,
                accepted ? ACCEPTED : null,
                accepted ? DUE : null,
                accepted ? DUE : null,
                paused ? RECEIVED : null,
                completed ? COMPLETED : null,
                completed || withdrawn ? COMPLETED : voidedAt,
                status == Status.RETURNED ? RETURNED : null,
                voidedAt,
                Origin.LIVE,
                "2022",
                "sha256:" + "ab".repeat(32));
    }
}
