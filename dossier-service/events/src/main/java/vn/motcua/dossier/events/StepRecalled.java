package vn.motcua.dossier.events;

/**
 * Whoever forwarded the dossier took it back before anybody had opened it.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param step code of the step that was on
 * @param nextStep code of the step that is on again
 * @param unit code of the unit that has it now
 */
public record StepRecalled(DossierState dossier, Actor actor, String step, String nextStep, String unit)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.step-recalled.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.stepRecalled(this);
    }
}
