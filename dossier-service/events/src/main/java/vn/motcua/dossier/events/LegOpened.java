package vn.motcua.dossier.events;

/**
 * Another agency was asked for its part of the work. Its clock runs; the applicant sees the total only. Source: Decree 61/2018, art. 19
 * §6, §7.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param leg the part
 */
public record LegOpened(DossierState dossier, Actor actor, Leg leg) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.leg-opened.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.legOpened(this);
    }
}
