package vn.motcua.dossier.events;

/**
 * The applicant took the dossier back. Final.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 */
public record Withdrawn(DossierState dossier, Actor actor) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.withdrawn.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.withdrawn(this);
    }
}
