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

    /** The last step of a leader: whoever forwards from there has signed. Empty where no leader has a step. */
    Optional<WorkStep> signing() {
        return steps.stream().filter(step -> step.role() == Role.LEADER).reduce((first, second) -> second);
    }

    /** Whether the clerk issues the result, or the one-stop shop receives it, after the signature: then the last of them completes. */
    boolean isIssuedAfterSigning() {
        var last = steps.isEmpty() ? null : steps.get(steps.size() - 1).role();
        return signing().isPresent() && (last == Role.CLERK || last == Role.RECEPTION);
    }

    /**
     * Why the dossier is not completed in this role while this step is on; empty if it is. Source: Decree 61/2018, art. 19, 20 (the leader signs, the
     * clerk issues, the one-stop shop receives the result).
     *
     * @param granted what is denied needs the leader's signature only
     */
    Optional<Bar> barsCompletion(String code, Role role, boolean granted) {
        if (!isSigning(code)) {
            return Optional.of(Bar.NOT_AT_SIGNATURE);
        }
        if (!isIssuedAfterSigning()) {
            return role == Role.LEADER ? Optional.empty() : Optional.of(Bar.LEADER_SIGNS);
        }
        if (signing().filter(step -> step.code().equals(code)).isPresent()) {
            if (role != Role.LEADER) {
                return Optional.of(Bar.LEADER_SIGNS);
            }
            return granted ? Optional.of(Bar.NOT_ISSUED_YET) : Optional.empty();
        }
        if (after(code).isPresent()) {
            return Optional.of(Bar.NOT_ISSUED_YET);
        }
        return step(code).filter(last -> last.role() == role).isPresent()
                ? Optional.empty()
                : Optional.of(Bar.OTHER_STEP);
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
