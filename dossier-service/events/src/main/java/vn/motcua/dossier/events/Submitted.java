package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * A citizen or business handed a dossier in online; nobody has looked at it yet.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param replyDueAt until when the agency must answer (8 working hours); null while the calendar of that year is not published
 */
public record Submitted(DossierState dossier, Actor actor, Instant replyDueAt) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.submitted.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.submitted(this);
    }
}
