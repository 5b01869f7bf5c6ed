package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The competent agency decided and the clock stopped at {@code dossier.completedAt}. Early or late is the reader's verdict.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param outcome what was decided
 * @param resultCount how many result documents there are, from 1: the decision itself is one, on paper too
 * @param reasonCode code of the reason, in catalogue.v1; null where it was granted
 * @param form that goes with it; null where it was granted, or that was not told
 */
public record Completed(
        DossierState dossier, Actor actor, Outcome outcome, int resultCount, String reasonCode, Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.completed.v1";

    @JsonCreator
    public Completed {}

    /** One that was granted. */
    public Completed(DossierState dossier, Actor actor, Outcome outcome, int resultCount) {
        this(dossier, actor, outcome, resultCount, null, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.completed(this);
    }
}
