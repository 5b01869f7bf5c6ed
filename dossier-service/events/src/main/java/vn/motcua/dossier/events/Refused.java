package vn.motcua.dossier.events;

/**
 * The dossier was not taken in. Final: the applicant may file a new one.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param reasonCode of the catalogue's reasons; the free text of the refusal is not published
 */
public record Refused(DossierState dossier, Actor actor, String reasonCode) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.refused.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.refused(this);
    }
}
