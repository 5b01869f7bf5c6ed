package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;

/**
 * Whoever received the dossier sent it one step back.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param step code of the step that was on
 * @param nextStep code of the step that is on again
 * @param nextStepDueAt until when it is due again, UTC; null without a limit of its own
 * @param reasonCode code of the reason
 * @param form that goes with it; null where that was not told
 */
public record StepSentBack(
        DossierState dossier,
        Actor actor,
        String step,
        String nextStep,
        Instant nextStepDueAt,
        String reasonCode,
        Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.step-sent-back.v1";

    @JsonCreator
    public StepSentBack {}

    /** One that does not tell the form. */
    public StepSentBack(
            DossierState dossier, Actor actor, String step, String nextStep, Instant nextStepDueAt, String reasonCode) {
        this(dossier, actor, step, nextStep, nextStepDueAt, reasonCode, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.stepSentBack(this);
    }
}
