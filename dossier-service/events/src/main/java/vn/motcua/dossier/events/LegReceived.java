package vn.motcua.dossier.events;

/**
 * The other agency acknowledged that it has its part.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param leg the part
 */
public record LegReceived(DossierState dossier, Actor actor, Leg leg) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.leg-received.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.legReceived(this);
    }
}
