package vn.motcua.dossier.events.feedback;

import java.time.Instant;
import vn.motcua.dossier.events.Actor;

/**
 * The agency took it in, as a report or a proposal.
 *
 * @param feedback as it stands after the fact
 * @param actor who acted
 * @param previousDueAt until when the agency owed what it has now done; null where nobody could say
 */
public record FeedbackClassified(FeedbackState feedback, Actor actor, Instant previousDueAt) implements FeedbackEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.feedback.classified.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.classified(this);
    }
}
