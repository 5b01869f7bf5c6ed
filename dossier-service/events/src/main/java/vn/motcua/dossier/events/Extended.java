package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * The agency apologised and named a new date, {@code dossier.dueAt}; {@code dossier.originalDueAt} stays. At most once. Source: Decree
 * 61/2018, art. 19 §9.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param previousDueAt the date that could not be kept, UTC
 * @param reasonCode code of the reason
 */
public record Extended(DossierState dossier, Actor actor, Instant previousDueAt, String reasonCode)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.extended.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.extended(this);
    }
}
