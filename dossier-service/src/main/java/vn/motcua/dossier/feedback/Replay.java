package vn.motcua.dossier.feedback;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.events.feedback.FeedbackFormat;
import vn.motcua.dossier.events.feedback.FeedbackState;
import vn.motcua.dossier.feedback.course.Dates;
import vn.motcua.dossier.feedback.course.Deadline;
import vn.motcua.dossier.feedback.course.Feedback;
import vn.motcua.dossier.feedback.course.Kind;
import vn.motcua.dossier.feedback.course.Matter;
import vn.motcua.dossier.feedback.course.Stage;
import vn.motcua.dossier.feedback.course.Status;

/** Feedback as it stood when a request was answered first, rebuilt from the event that the request caused. */
final class Replay {

    private Replay() {}

    /** @throws vn.motcua.dossier.edge.Problem 422 {@code key-reused} if that was another request */
    static Feedback of(Kept kept, RequestKey key) {
        var earlier = kept.earlier();
        if (!key.sameRequest(earlier.requestDigest())) {
            throw Refusals.keyReused();
        }
        var now = kept.feedback();
        if (earlier.sequence() == now.sequence()) {
            return now;
        }
        var state = FeedbackFormat.read(earlier.type(), earlier.data().getBytes(StandardCharsets.UTF_8))
                .feedback();
        var matter = now.matter();
        return new Feedback(
                now.id(),
                state.kind() == null ? null : Kind.valueOf(state.kind().name()),
                Status.valueOf(state.status().name()),
                state.previousStatus() == null
                        ? null
                        : Status.valueOf(state.previousStatus().name()),
                earlier.sequence(),
                earlier.time(),
                new Matter(
                        matter.channel(),
                        state.agency().code(),
                        state.agency().path(),
                        matter.procedure(),
                        matter.citizen(),
                        matter.privateDigest()),
                new Dates(
                        state.receivedAt(),
                        state.arrivedAt(),
                        state.classifiedAt(),
                        state.askedAt(),
                        state.answeredAt(),
                        state.publishedAt(),
                        state.refusedAt()),
                state.refusedAt() == null ? null : now.reason(),
                now.score(),
                owed(state));
    }

    private static List<Deadline> owed(FeedbackState state) {
        return state.stage() == null
                ? List.of()
                : List.of(Deadline.of(Stage.valueOf(state.stage().name()), state.arrivedAt(), state.dueAt(), null));
    }
}
