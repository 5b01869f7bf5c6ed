package vn.motcua.dossier.events.feedback;

import java.time.Instant;
import vn.motcua.dossier.events.Actor;

/**
 * It is not handled.
 *
 * @param feedback as it stands after the fact
 * @param actor who acted
 * @param reasonCode why: a code
 * @param previousDueAt until when the agency owed what it has now done; null where nobody could say
 */
public record FeedbackRefused(FeedbackState feedback, Actor actor, String reasonCode, Instant previousDueAt)
        implements FeedbackEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.feedback.refused.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.refused(this);
    }
}
