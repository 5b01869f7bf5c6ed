package vn.motcua.dossier.events.feedback;

import vn.motcua.dossier.events.Actor;

/**
 * The author said what they think of the answer; nothing about it changes.
 *
 * @param feedback as it stands after the fact
 * @param actor who acted
 * @param score 1 (very dissatisfied) to 5 (very satisfied)
 */
public record FeedbackRated(FeedbackState feedback, Actor actor, int score) implements FeedbackEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.feedback.rated.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.rated(this);
    }
}
