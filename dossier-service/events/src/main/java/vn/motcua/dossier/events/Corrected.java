package vn.motcua.dossier.events;

import java.time.Instant;
import java.util.List;

/**
 * A leader put a mistake right, in the open: what was published stays, the state is what holds now.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param fields what was wrong, in alphabetical order
 * @param reasonCode code of the reason
 * @param previousDueAt the date before; null if there was none
 * @param limit the time limit of the right procedure; null where it is the same, and before acceptance
 * @param step code of the step of the wrong procedure's workflow that ended with the correction; null where none was on
 * @param stepDueAt until when that step was due; null without a limit
 * @param nextStep code of the first step of the right procedure's workflow, which is on now; null where none began
 * @param nextStepDueAt until when it is due; null without a limit, and while the clock stands still
 * @param feesDue what the applicant has to pay in all after it, paid or not, in whole units of {@code VND}; null where nobody said
 */
public record Corrected(
        DossierState dossier,
        Actor actor,
        List<CorrectedField> fields,
        String reasonCode,
        Instant previousDueAt,
        Limit limit,
        String step,
        Instant stepDueAt,
        String nextStep,
        Instant nextStepDueAt,
        Long feesDue)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.corrected.v1";

    public Corrected {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.corrected(this);
    }
}
