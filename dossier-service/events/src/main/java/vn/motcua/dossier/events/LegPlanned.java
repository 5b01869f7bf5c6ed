package vn.motcua.dossier.events;

/**
 * Another agency will be asked for its part when another part is finished (papers that go from agency to agency); its clock does not run
 * yet. Source: Decree 61/2018, art. 19 §6.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param leg the part
 */
public record LegPlanned(DossierState dossier, Actor actor, Leg leg) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.leg-planned.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.legPlanned(this);
    }
}
