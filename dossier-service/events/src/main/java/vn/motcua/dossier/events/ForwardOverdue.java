package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * Paper that was accepted was not forwarded to whoever processes it in time. Source: Decree 61/2018, art. 18.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param forwardBy until when it should have been, UTC
 */
public record ForwardOverdue(DossierState dossier, Actor actor, Instant forwardBy) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.forward-overdue.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.forwardOverdue(this);
    }
}
