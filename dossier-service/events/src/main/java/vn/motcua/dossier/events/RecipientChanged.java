package vn.motcua.dossier.events;

/**
 * Messages and parcels go to somebody else from now on; who, stands on the restricted topic only.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 */
public record RecipientChanged(DossierState dossier, Actor actor) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.recipient-changed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.recipientChanged(this);
    }
}
