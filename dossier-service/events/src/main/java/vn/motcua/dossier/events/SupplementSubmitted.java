package vn.motcua.dossier.events;

/**
 * The applicant sent papers that had been asked for. Before acceptance the dossier is new again; afterwards it still waits until the
 * one-stop shop confirms that it is full.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param itemCount how many papers came, from 1
 */
public record SupplementSubmitted(DossierState dossier, Actor actor, int itemCount) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.supplement-submitted.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.supplementSubmitted(this);
    }
}
