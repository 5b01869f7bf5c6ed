package vn.motcua.dossier.events;

/**
 * The lead agency took a part back: nobody waits for it any more. Or its agency was reorganised ({@code AGENCY_REORGANISED}, by the system): the
 * leg-opened that follows names this part in {@code after} and goes on with its date. What it was late until then stays the holder's.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param leg the part; one that still waited for another was never opened
 * @param reasonCode code of the reason
 */
public record LegWithdrawn(DossierState dossier, Actor actor, Leg leg, String reasonCode) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.leg-withdrawn.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.legWithdrawn(this);
    }
}
