package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;

/**
 * Whoever forwarded the dossier took it back before anybody had opened it.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param step code of the step that was on
 * @param nextStep code of the step that is on again
 * @param nextStepDueAt until when it is due again, UTC; null without a limit of its own
 * @param form that goes with it; null where that was not told
 */
public record StepRecalled(
        DossierState dossier, Actor actor, String step, String nextStep, Instant nextStepDueAt, Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.step-recalled.v1";

    @JsonCreator
    public StepRecalled {}

    /** One that does not tell the form. */
    public StepRecalled(DossierState dossier, Actor actor, String step, String nextStep, Instant nextStepDueAt) {
        this(dossier, actor, step, nextStep, nextStepDueAt, null);
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
