package vn.motcua.dossier.events;

/**
 * Whoever received the dossier sent it one step back.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param step code of the step that was on
 * @param nextStep code of the step that is on again
 * @param unit code of the unit that has it now
 * @param reasonCode code of the reason
 */
public record StepSentBack(
        DossierState dossier, Actor actor, String step, String nextStep, String unit, String reasonCode)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.step-sent-back.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.stepSentBack(this);
    }
}
