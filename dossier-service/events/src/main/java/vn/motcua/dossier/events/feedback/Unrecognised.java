package vn.motcua.dossier.events.feedback;

import vn.motcua.dossier.events.Actor;

/**
 * A fact of a kind that this reader does not know: to be passed over, never an error.
 *
 * @param type as received
 * @param feedback the state, where it could be read; else null
 * @param actor who acted, where it could be read; else null
 */
public record Unrecognised(String type, FeedbackState feedback, Actor actor) implements FeedbackEvent {

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.unrecognised(this);
    }
}
