package vn.motcua.dossier.events.feedback;

import vn.motcua.dossier.events.Actor;

/**
 * What the agency owes was not done in time; told once for each time limit.
 *
 * @param feedback as it stands after the fact
 * @param actor who acted
 */
public record FeedbackOverdue(FeedbackState feedback, Actor actor) implements FeedbackEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.feedback.overdue.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.overdue(this);
    }
}
