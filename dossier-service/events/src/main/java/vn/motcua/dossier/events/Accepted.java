package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The one-stop shop took the dossier in: the processing clock runs from {@code dossier.acceptedAt}.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param limit the time limit of the procedure version that applies
 * @param form that goes with it; null where that was not told
 */
public record Accepted(DossierState dossier, Actor actor, Limit limit, Form form) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.accepted.v1";

    @JsonCreator
    public Accepted {}

    /** One that does not tell the form. */
    public Accepted(DossierState dossier, Actor actor, Limit limit) {
        this(dossier, actor, limit, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.accepted(this);
    }
}
