package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The applicant took the dossier back. Final.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param reasonCode why, code of the reason; null where that was not told
 * @param form that goes with it; null where none does, or that was not told
 */
public record Withdrawn(DossierState dossier, Actor actor, String reasonCode, Form form) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.withdrawn.v1";

    @JsonCreator
    public Withdrawn {}

    /** One that tells neither reason nor form. */
    public Withdrawn(DossierState dossier, Actor actor) {
        this(dossier, actor, null, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.withdrawn(this);
    }
}
