package vn.motcua.dossier.events;

/**
 * The head of the competent agency gave the dossier to an officer, or to another one. Who that is stays inside. Source: Decree 61/2018,
 * art. 19 §1.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param unit code of the unit whose officer it is
 */
public record Assigned(DossierState dossier, Actor actor, String unit) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.assigned.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.assigned(this);
    }
}
