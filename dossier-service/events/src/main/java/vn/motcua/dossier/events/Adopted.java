package vn.motcua.dossier.events;

/**
 * An officer took charge of a dossier that had been imported or mirrored: {@code dossier.origin} is LIVE from now on.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param previousOrigin what it was before
 */
public record Adopted(DossierState dossier, Actor actor, Origin previousOrigin) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.adopted.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.adopted(this);
    }
}
