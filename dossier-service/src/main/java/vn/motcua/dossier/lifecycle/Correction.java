package vn.motcua.dossier.lifecycle;

import java.util.Set;

/**
 * What was entered wrongly, as it is in truth.
 *
 * @param matter what the dossier is about in truth
 * @param fields in which that differs
 * @param appointment the limit counted anew where another procedure has another one; null where the date stays, and before acceptance
 * @param first the step with which another procedure's processing begins; null where the procedure stays or has no workflow
 * @param tariff what another procedure costs; null where what is to be paid stays
 */
public record Correction(Matter matter, Set<CorrectedField> fields, Appointment appointment, Flow first, Bill tariff) {
    public Correction {
        fields = Set.copyOf(fields);
    }

    /** One that moves neither the date nor the workflow, and costs what it did. */
    public static Correction of(Matter matter, Set<CorrectedField> fields) {
        return new Correction(matter, fields, null, null, null);
    }
}
