package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.Objects;

/**
 * Where a dossier is in its procedure's workflow.
 *
 * @param step code of the step that is on
 * @param dueAt until when it is due; null without a limit of its own, and where the dossier had to wait since: whoever has it is not to blame
 * @param cameFrom code of the step before; null at the first
 * @param sentBy account of who sent it here; null at the first step
 * @param opened whether somebody has taken it up since
 */
public record Flow(String step, Instant dueAt, String cameFrom, String sentBy, boolean opened) {
    public Flow {
        Objects.requireNonNull(step, "step");
    }

    /** The first step of a procedure's processing, from now on; null where it has no workflow. */
    public static Flow first(Workflow workflow, Counting counting, Instant at) {
        return workflow.first()
                .map(step -> new Flow(step.code(), counting.due(at, step.limit()), null, null, false))
                .orElse(null);
    }

    Flow taken() {
        return new Flow(step, dueAt, cameFrom, sentBy, true);
    }

    /** Until another time. */
    Flow due(Instant at) {
        return new Flow(step, at, cameFrom, sentBy, opened);
    }

    /** The clock stood still meanwhile. */
    Flow undated() {
        return new Flow(step, null, cameFrom, sentBy, opened);
    }

    /** On again after the result was taken back: who signed it had opened it, nobody takes it back from there. */
    Flow again() {
        return new Flow(step, null, cameFrom, null, true);
    }
}
