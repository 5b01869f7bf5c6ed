package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Whoever forwarded the dossier took it back before anybody had opened it.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param step code of the step that was on
 * @param nextStep code of the step that is on again
 * @param unit code of the unit that has it now
 * @param form that goes with it; null where that was not told
 */
public record StepRecalled(DossierState dossier, Actor actor, String step, String nextStep, String unit, Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.step-recalled.v1";

    @JsonCreator
    public StepRecalled {}

    /** One that does not tell the form. */
    public StepRecalled(DossierState dossier, Actor actor, String step, String nextStep, String unit) {
        this(dossier, actor, step, nextStep, unit, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.stepRecalled(this);
    }
}
