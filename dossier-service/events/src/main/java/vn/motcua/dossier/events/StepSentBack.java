package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Whoever received the dossier sent it one step back.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param step code of the step that was on
 * @param nextStep code of the step that is on again
 * @param unit code of the unit that has it now
 * @param reasonCode code of the reason
 * @param form that goes with it; null where that was not told
 */
public record StepSentBack(
        DossierState dossier, Actor actor, String step, String nextStep, String unit, String reasonCode, Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.step-sent-back.v1";

    @JsonCreator
    public StepSentBack {}

    /** One that does not tell the form. */
    public StepSentBack(
            DossierState dossier, Actor actor, String step, String nextStep, String unit, String reasonCode) {
        this(dossier, actor, step, nextStep, unit, reasonCode, null);
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
