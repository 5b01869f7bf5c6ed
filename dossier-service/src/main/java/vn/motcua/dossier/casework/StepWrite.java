package vn.motcua.dossier.casework;

import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.LegalRules;

/**
 * A step to be written: takes effect only while the dossier's sequence is still the one before it.
 *
 * @param dossier as it shall stand
 * @param stepSequence the last event that a person caused
 * @param remade whether what the dossier is about changed too, or a proposal is decided with it
 * @param part the private part as it shall be; null where it stays
 * @param proposal number of the proposal that is decided with it, and without which it takes no effect; null without one
 * @param filing the file that comes with the step; null without one
 */
public record StepWrite(
        Dossier dossier,
        long stepSequence,
        EventRow event,
        Provenance provenance,
        boolean remade,
        PrivatePart part,
        Integer proposal,
        Filing filing) {

    /** Whether it changes more than the dossier itself: too seldom to be gathered. */
    boolean goesAlone() {
        return remade || filing != null;
    }

    /** What somebody just did to a dossier as it was loaded. @param part null where the private part stays */
    static StepWrite of(
            Kept kept, Attempt.Done done, PrivatePart part, Provenance provenance, String source, LegalRules rules) {
        return amended(kept, done, new Steps.Amended(null, part), provenance, source, rules);
    }

    /** The same, with what came with it. */
    static StepWrite amended(
            Kept kept,
            Attempt.Done done,
            Steps.Amended amended,
            Provenance provenance,
            String source,
            LegalRules rules) {
        var part = amended.part();
        return new StepWrite(
                done.dossier(),
                done.dossier().sequence(),
                EventRow.of(done, kept.lastHash(), source, rules),
                provenance,
                part != null
                        || amended.proposal() != null
                        || !done.dossier().matter().equals(kept.dossier().matter()),
                part,
                amended.proposal(),
                amended.filing());
    }

    /** What somebody just said of it: nobody's step becomes stale by it. */
    static StepWrite aside(Kept kept, Attempt.Done done, Provenance provenance, String source, LegalRules rules) {
        return ofTheClock(kept, done, provenance, source, rules);
    }

    /** What the clock just did to it: nobody's step becomes stale by it. */
    static StepWrite ofTheClock(Kept kept, Attempt.Done done, Provenance provenance, String source, LegalRules rules) {
        return new StepWrite(
                done.dossier(),
                kept.stepSequence(),
                EventRow.of(done, kept.lastHash(), source, rules),
                provenance,
                !done.dossier().matter().equals(kept.dossier().matter()),
                null,
                null,
                null);
    }
}
