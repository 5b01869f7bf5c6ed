package vn.motcua.dossier.events.feedback;

import vn.motcua.dossier.events.Actor;

/**
 * Its author was asked for more; until that comes the agency owes nothing.
 *
 * @param feedback as it stands after the fact
 * @param actor who acted
 */
public record FeedbackSupplementRequested(FeedbackState feedback, Actor actor) implements FeedbackEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.feedback.supplement-requested.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.supplementRequested(this);
    }
}
