package vn.motcua.dossier.events;

/**
 * The other agency is late with its part; the lead agency and the head of the one-stop shop are to know. Source: Decree 61/2018, art. 19
 * §5.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param leg the part
 */
public record LegOverdue(DossierState dossier, Actor actor, Leg leg) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.leg-overdue.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.legOverdue(this);
    }
}
