package vn.motcua.dossier.events.feedback;

import vn.motcua.dossier.events.Actor;

/**
 * Feedback came in.
 *
 * @param feedback as it stands after the fact
 * @param actor who acted
 */
public record FeedbackReceived(FeedbackState feedback, Actor actor) implements FeedbackEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.feedback.received.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.received(this);
    }
}
