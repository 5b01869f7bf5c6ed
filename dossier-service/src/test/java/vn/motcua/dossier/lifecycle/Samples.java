package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.lifecycle.Workflow.WorkStep;

/** People, matters and instants for tests: always the same. */
final class Samples {

    static final UUID ID = UUID.fromString("01814035-3f80-7cc3-98c4-dc0c0c07398f");
    static final String CODE = "H03.01-220608-0001";
    static final String AGENCY = "H03.01";
    static final String OTHER_AGENCY = "H03.02";
    static final String CITIZEN = "c-1";
    static final String ACCOUNT = "account-1";
    static final String TASK = "Xác minh nơi cư trú.";

    /** Wednesday 2022-06-08, 09:00 in Vietnam. */
    static final Instant NINE = Hours.at("2022-06-08T09:00");

    static final Instant TEN = Hours.at("2022-06-08T10:00");
    static final TimeLimit LIMIT = TimeLimit.workingDays(5);

    /** Five working days from nine o'clock. */
    static final Instant DUE = Hours.at("2022-06-15T09:00");

    static final Instant WARNING = Hours.at("2022-06-14T09:00");
    static final Appointment APPOINTMENT = Hours.whole(LIMIT, NINE);
    static final Terms OPEN = new Terms(true, true);

    /** An officer appraises, the head of division checks, the leader signs, the clerk issues. */
    static final Workflow WORKFLOW = new Workflow(List.of(
            new WorkStep("APPRAISE", Role.OFFICER, TimeLimit.workingHours(24)),
            new WorkStep("CHECK", Role.LEADER, TimeLimit.workingHours(4)),
            new WorkStep("SIGN", Role.LEADER, TimeLimit.workingHours(8)),
            new WorkStep("ISSUE", Role.CLERK, TimeLimit.none())));

    private Samples() {}

    static Matter matter(Channel channel, ReturnMethod returnMethod, boolean immediate) {
        return new Matter(
                channel,
                returnMethod,
                Origin.LIVE,
                LegalProfile.P2022,
                "1.900101",
                1,
                "LLTP",
                immediate,
                AGENCY,
                List.of("H03", AGENCY),
                null,
                CITIZEN,
                "sha256:00");
    }

    static Matter online() {
        return matter(Channel.ONLINE, ReturnMethod.POST, false);
    }

    static Matter counter() {
        return matter(Channel.COUNTER, ReturnMethod.COUNTER, false);
    }

    /** A part that goes electronically. @param after number of the part that comes first; null for at once */
    static Parts.Asked part(String agency, TimeLimit limit, Integer after) {
        return new Parts.Asked(agency, limit, after, TASK, false);
    }

    static Document document(boolean result) {
        return new Document(
                UUID.fromString("01814035-3f80-7cc3-98c4-dc0c0c073991"),
                result ? null : "CCCD",
                result ? Document.Kind.SIGNED : Document.Kind.SCANNED,
                result,
                "sha256:" + "ab".repeat(32),
                "ab".repeat(16),
                1_000,
                "application/pdf",
                1);
    }

    static Actor as(Role role) {
        return new Actor(role, isOfficial(role) ? AGENCY : null);
    }

    /** Somebody of the agency that was asked for a part. */
    static Actor ofTheOther(Role role) {
        return new Actor(role, OTHER_AGENCY);
    }

    static Party party(Role role) {
        return new Party(
                ACCOUNT, Set.of(role), isOfficial(role) ? AGENCY : null, role == Role.CITIZEN ? CITIZEN : null);
    }

    static Party partyOfTheOther(Role role) {
        return new Party(ACCOUNT, Set.of(role), isOfficial(role) ? OTHER_AGENCY : null, null);
    }

    static Attempt.Done done(Attempt attempt) {
        return attempt.fold(done -> done, barred -> {
            throw new AssertionError("barred: " + barred.reason());
        });
    }

    /** The dossier after a step that is not barred. */
    static Dossier after(Attempt attempt) {
        return done(attempt).dossier();
    }

    static Bar bar(Attempt attempt) {
        return attempt.fold(
                done -> {
                    throw new AssertionError("not barred: " + done.fact());
                },
                Attempt.Barred::reason);
    }

    private static boolean isOfficial(Role role) {
        return switch (role) {
            case RECEPTION, OFFICER, LEADER, CLERK, CASHIER -> true;
            case CITIZEN, POSTAL, SYSTEM -> false;
        };
    }
}
