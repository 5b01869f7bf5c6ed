package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * A dossier that was stopped for a while goes on; {@code dossier.dueAt} is later by the time it stood still.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param previousDueAt the date before; null without a time limit
 */
public record Resumed(DossierState dossier, Actor actor, Instant previousDueAt) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.resumed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.resumed(this);
    }
}
