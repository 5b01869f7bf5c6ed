package vn.motcua.dossier.events;

/**
 * The personal data of the recipient were erased; readers that kept a copy erase theirs.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 */
public record RecipientErased(DossierState dossier, Actor actor) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.recipient-erased.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.recipientErased(this);
    }
}
