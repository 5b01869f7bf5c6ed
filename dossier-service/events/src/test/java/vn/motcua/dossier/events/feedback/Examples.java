package vn.motcua.dossier.events.feedback;

import java.time.Instant;
import java.util.List;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.Role;

/** One example of every fact, with fixed ids and instants. The golden files hold these very bytes. */
final class Examples {

    private static final Instant RECEIVED = Instant.parse("2022-06-08T02:00:00Z");
    private static final Instant CLASSIFIED = Instant.parse("2022-06-08T08:30:00.250Z");
    private static final Instant ASKED = Instant.parse("2022-06-09T03:00:00Z");
    private static final Instant ANSWERED = Instant.parse("2022-06-20T02:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2022-06-21T02:00:00Z");
    private static final Instant SCREENING_DUE = Instant.parse("2022-06-10T02:00:00Z");
    private static final Instant ANSWER_DUE = Instant.parse("2022-06-29T02:00:00Z");
    private static final Instant PUBLICATION_DUE = Instant.parse("2022-06-22T02:00:00Z");

    private static final Actor PORTAL = new Actor(Role.SYSTEM, null);
    private static final Actor RECEPTION = new Actor(Role.RECEPTION, "H03.01");
    private static final Actor LEADER = new Actor(Role.LEADER, "H03.01");

    private Examples() {}

    static List<FeedbackEvent> facts() {
        return List.of(
                new FeedbackReceived(state(FeedbackStatus.RECEIVED, null), PORTAL),
                new FeedbackClassified(
                        state(FeedbackStatus.PROCESSING, FeedbackStatus.RECEIVED), RECEPTION, SCREENING_DUE),
                new FeedbackTransferred(
                        state(FeedbackStatus.RECEIVED, FeedbackStatus.RECEIVED),
                        RECEPTION,
                        AgencyRef.of("H03.02"),
                        SCREENING_DUE),
                new FeedbackRefused(
                        state(FeedbackStatus.REFUSED, FeedbackStatus.RECEIVED),
                        LEADER,
                        "COMPLAINT_OR_DENUNCIATION",
                        SCREENING_DUE),
                new FeedbackSupplementRequested(
                        state(FeedbackStatus.SUPPLEMENT_REQUIRED, FeedbackStatus.PROCESSING), RECEPTION),
                new FeedbackSupplementSubmitted(
                        state(FeedbackStatus.PROCESSING, FeedbackStatus.SUPPLEMENT_REQUIRED), PORTAL),
                new FeedbackAnswered(state(FeedbackStatus.ANSWERED, FeedbackStatus.PROCESSING), LEADER, ANSWER_DUE),
                new FeedbackPublished(
                        state(FeedbackStatus.PUBLISHED, FeedbackStatus.ANSWERED), RECEPTION, PUBLICATION_DUE),
                new FeedbackOverdue(
                        state(FeedbackStatus.PROCESSING, FeedbackStatus.PROCESSING), new Actor(Role.SYSTEM, null)),
                new FeedbackRated(state(FeedbackStatus.PUBLISHED, FeedbackStatus.PUBLISHED), PORTAL, 4));
    }

    private static FeedbackState state(FeedbackStatus status, FeedbackStatus previous) {
        boolean classified = status != FeedbackStatus.RECEIVED && status != FeedbackStatus.REFUSED;
        boolean asked = status == FeedbackStatus.SUPPLEMENT_REQUIRED || previous == FeedbackStatus.SUPPLEMENT_REQUIRED;
        boolean answered = status == FeedbackStatus.ANSWERED || status == FeedbackStatus.PUBLISHED;
        return new FeedbackState(
                status,
                previous,
                classified ? FeedbackKind.REPORT : null,
                FeedbackChannel.NATIONAL,
                new AgencyRef("H03.01", List.of("H03", "H03.01")),
                ProcedureRef.of("2.000635"),
                RECEIVED,
                RECEIVED,
                classified ? CLASSIFIED : null,
                asked ? ASKED : null,
                answered ? ANSWERED : null,
                status == FeedbackStatus.PUBLISHED ? PUBLISHED : null,
                status == FeedbackStatus.REFUSED ? ASKED : null,
                stage(status),
                due(status),
                Origin.LIVE,
                "sha256:" + "cd".repeat(32));
    }

    private static FeedbackStage stage(FeedbackStatus status) {
        return switch (status) {
            case RECEIVED -> FeedbackStage.SCREENING;
            case PROCESSING -> FeedbackStage.ANSWER;
            case ANSWERED -> FeedbackStage.PUBLICATION;
            case SUPPLEMENT_REQUIRED, PUBLISHED, REFUSED, UNKNOWN -> null;
        };
    }

    private static Instant due(FeedbackStatus status) {
        return switch (status) {
            case RECEIVED -> SCREENING_DUE;
            case PROCESSING -> ANSWER_DUE;
            case ANSWERED -> PUBLICATION_DUE;
            case SUPPLEMENT_REQUIRED, PUBLISHED, REFUSED, UNKNOWN -> null;
        };
    }
}
