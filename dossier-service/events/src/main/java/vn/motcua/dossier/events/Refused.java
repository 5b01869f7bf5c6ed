package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The dossier was not taken in. Final: the applicant may file a new one.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param reasonCode of the catalogue's reasons; the free text of the refusal is not published
 * @param form that goes with it; null where that was not told
 */
public record Refused(DossierState dossier, Actor actor, String reasonCode, Form form) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.refused.v1";

    @JsonCreator
    public Refused {}

    /** One that does not tell the form. */
    public Refused(DossierState dossier, Actor actor, String reasonCode) {
        this(dossier, actor, reasonCode, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.refused(this);
    }
}
