package vn.motcua.dossier.events;

/**
 * The one-stop shop took the dossier in: the processing clock runs from {@code dossier.acceptedAt}.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param limit the time limit of the procedure version that applies
 */
public record Accepted(DossierState dossier, Actor actor, Limit limit) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.accepted.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.accepted(this);
    }
}
