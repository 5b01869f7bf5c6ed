package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The one-stop shop took the dossier in: the processing clock runs from {@code dossier.acceptedAt}.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param limit the time limit of the procedure version that applies
 * @param form that goes with it; null where that was not told
 * @param feesDue what this applicant has to pay in all, paid or not, in whole units of {@code VND}: 0 where the procedure costs nothing or all of it was
 *     waived; null where nobody said
 */
public record Accepted(DossierState dossier, Actor actor, Limit limit, Form form, Long feesDue)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.accepted.v1";

    @JsonCreator
    public Accepted {}

    /** One that tells neither the form nor what is to be paid. */
    public Accepted(DossierState dossier, Actor actor, Limit limit) {
        this(dossier, actor, limit, null, null);
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
