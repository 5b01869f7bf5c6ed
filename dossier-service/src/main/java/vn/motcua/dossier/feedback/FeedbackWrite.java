package vn.motcua.dossier.feedback;

import vn.motcua.dossier.feedback.course.Attempt;
import vn.motcua.dossier.feedback.course.Feedback;

/**
 * A step to be written: takes effect only while the sequence is still the one before it.
 *
 * @param feedback as it shall stand
 * @param stepSequence the last event that a person caused
 * @param words as they shall be
 */
record FeedbackWrite(Feedback feedback, long stepSequence, Words words, EventRow event, Provenance provenance) {

    static FeedbackWrite first(Attempt.Done done, Words words, Provenance provenance, String source) {
        return new FeedbackWrite(done.feedback(), 1, words, EventRow.of(done, null, source), provenance);
    }

    /** @param aside whether it leaves everybody's view of the feedback as it was */
    static FeedbackWrite of(
            Kept kept, Attempt.Done done, Words words, boolean aside, Provenance provenance, String source) {
        return new FeedbackWrite(
                done.feedback(),
                aside ? kept.stepSequence() : done.feedback().sequence(),
                words,
                EventRow.of(done, kept.lastHash(), source),
                provenance);
    }
}
