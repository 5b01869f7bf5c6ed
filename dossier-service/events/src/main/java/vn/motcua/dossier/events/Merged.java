package vn.motcua.dossier.events;

import java.util.UUID;

/**
 * The dossier was entered twice and went into another one; it is closed and counts nowhere from {@code dossier.voidedAt} on.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param into the dossier that stays
 */
public record Merged(DossierState dossier, Actor actor, Into into) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.merged.v1";

    /**
     * The dossier that stays.
     *
     * @param id the subject of its facts
     */
    public record Into(UUID id, String code) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.merged(this);
    }
}
