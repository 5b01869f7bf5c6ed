package vn.motcua.dossier.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.motcua.dossier.calendar.TimeLimit;

/**
 * The steps of a procedure's processing, in order. Source: Decree 61/2018, art. 19 (the approved internal process of the procedure).
 *
 * @param steps from the one after reception on; empty where the procedure has none
 */
public record Workflow(List<WorkStep> steps) {

    public static final Workflow NONE = new Workflow(List.of());

    public Workflow {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param code unique within the workflow
     * @param role who does it
     * @param limit how long it may take
     */
    public record WorkStep(String code, Role role, TimeLimit limit) {
        public WorkStep {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(limit, "limit");
        }
    }

    /** Whether one person does it all: nothing has to be forwarded to be done. */
    public boolean isOfOneStep() {
        return steps.size() == 1;
    }

    Optional<WorkStep> first() {
        return steps.stream().findFirst();
    }

    /** The step of that code; empty where there is none. */
    public Optional<WorkStep> step(String code) {
        return steps.stream().filter(step -> step.code().equals(code)).findFirst();
    }

    /** The step after this one; empty at the last. */
    public Optional<WorkStep> after(String code) {
        return neighbour(code, 1);
    }

    /** The step before this one; empty at the first. */
    public Optional<WorkStep> before(String code) {
        return neighbour(code, -1);
    }

    /** Whether the result may be signed there: no step of a leader comes after it. */
    boolean isSigning(String code) {
        var place = place(code);
        return place >= 0
                && steps.subList(place + 1, steps.size()).stream().noneMatch(step -> step.role() == Role.LEADER);
    }

    private Optional<WorkStep> neighbour(String code, int distance) {
        var place = place(code);
        var there = place + distance;
        return place < 0 || there < 0 || there >= steps.size() ? Optional.empty() : Optional.of(steps.get(there));
    }

    private int place(String code) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }
}
