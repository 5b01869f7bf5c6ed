package vn.motcua.dossier.casework;

import java.nio.charset.StandardCharsets;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.Timeline;

/** The dossier as it stood when a request was answered first, rebuilt from the event that the request caused. */
final class Replay {

    private Replay() {}

    /**
     * The dossier right after the earlier event.
     *
     * @throws vn.motcua.dossier.edge.Problem 422 {@code key-reused} if that was another request
     */
    static Dossier of(Kept kept, RequestKey key) {
        var earlier = kept.earlier();
        if (!key.sameRequest(earlier.requestDigest())) {
            throw Refusals.keyReused();
        }
        if (earlier.sequence() == kept.dossier().sequence()) {
            return kept.dossier();
        }
        var event = EventFormat.read(earlier.type(), earlier.data().getBytes(StandardCharsets.UTF_8));
        var state = event.dossier();
        var now = kept.dossier();
        var decided = state.completedAt() != null || event instanceof Completed;
        var closedBefore = state.acceptedAt() == null && state.status().name().equals(DossierStatus.REFUSED.name());
        return new Dossier(
                now.id(),
                now.code(),
                now.matter(),
                DossierStatus.valueOf(state.status().name()),
                state.previousStatus() == null
                        ? null
                        : DossierStatus.valueOf(state.previousStatus().name()),
                earlier.sequence(),
                earlier.time(),
                timeline(state, now.timeline()),
                decided ? now.outcome() : null,
                decided || closedBefore ? now.reason() : null,
                decided ? now.resultReference() : null,
                // Assignment is not in the event; who took the step then is who asks again now.
                now.officer(),
                now.course());
    }

    private static Timeline timeline(DossierState state, Timeline now) {
        return new Timeline(
                state.submittedAt(),
                now.replyDueAt(),
                state.acceptedAt(),
                state.dueAt(),
                state.originalDueAt(),
                state.completedAt(),
                state.endedAt(),
                state.returnedAt());
    }
}
