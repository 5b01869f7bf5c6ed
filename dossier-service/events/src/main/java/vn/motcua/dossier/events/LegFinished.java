package vn.motcua.dossier.events;

/**
 * The other agency finished its part, or declined it. Early or late is the reader's verdict.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param leg the part
 * @param reasonCode why it was declined, code of the reason; null where it was done, or where the reason was not told
 */
public record LegFinished(DossierState dossier, Actor actor, Leg leg, String reasonCode) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.leg-finished.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.legFinished(this);
    }
}
