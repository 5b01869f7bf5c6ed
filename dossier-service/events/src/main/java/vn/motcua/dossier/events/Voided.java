package vn.motcua.dossier.events;

/**
 * The dossier should never have been there (entered twice, accepted by error): it is closed and counts nowhere from
 * {@code dossier.voidedAt} on.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param reasonCode code of the reason
 */
public record Voided(DossierState dossier, Actor actor, String reasonCode) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.voided.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.voided(this);
    }
}
