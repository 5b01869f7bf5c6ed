package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;

/**
 * A step of the procedure's workflow was done and the dossier went on.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param step code of the step that was done
 * @param nextStep code of the step that is on now
 * @param stepDueAt until when the step that was done was due; null without a limit of its own
 * @param nextStepDueAt until when the step that is on now is due; null without a limit of its own
 * @param form that goes with it; null where that was not told
 */
public record StepCompleted(
        DossierState dossier,
        Actor actor,
        String step,
        String nextStep,
        Instant stepDueAt,
        Instant nextStepDueAt,
        Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.step-completed.v1";

    @JsonCreator
    public StepCompleted {}

    /** One that does not tell the form. */
    public StepCompleted(
            DossierState dossier, Actor actor, String step, String nextStep, Instant stepDueAt, Instant nextStepDueAt) {
        this(dossier, actor, step, nextStep, stepDueAt, nextStepDueAt, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.stepCompleted(this);
    }
}
