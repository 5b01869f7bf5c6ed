package vn.motcua.dossier.events.feedback;

import vn.motcua.dossier.events.Actor;

/**
 * The author sent more; the time for the answer is counted anew.
 *
 * @param feedback as it stands after the fact
 * @param actor who acted
 */
public record FeedbackSupplementSubmitted(FeedbackState feedback, Actor actor) implements FeedbackEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.feedback.supplement-submitted.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.supplementSubmitted(this);
    }
}
