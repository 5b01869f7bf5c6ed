package vn.motcua.dossier.events.feedback;

import java.time.Instant;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.AgencyRef;

/**
 * Another agency is competent and has it now; or its agency was merged or closed, and the one that took over goes on with it.
 *
 * @param feedback as it stands after the fact
 * @param actor who acted
 * @param fromAgency the one before; without a path
 * @param previousDueAt until when the agency owed what it has now done; null where nobody could say
 */
public record FeedbackTransferred(FeedbackState feedback, Actor actor, AgencyRef fromAgency, Instant previousDueAt)
        implements FeedbackEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.feedback.transferred.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.transferred(this);
    }
}
