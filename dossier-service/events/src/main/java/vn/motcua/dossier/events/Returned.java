package vn.motcua.dossier.events;

/**
 * The result reached the applicant. Final.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param via the way it went
 * @param collectedBy whom it was handed to over the counter, never a person; null where it went another way, and where nobody noted it
 */
public record Returned(DossierState dossier, Actor actor, ReturnMethod via, Collector collectedBy)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.returned.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.returned(this);
    }
}
