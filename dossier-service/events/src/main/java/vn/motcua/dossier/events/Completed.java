package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The competent agency decided and the clock stopped at {@code dossier.completedAt}. Early or late is the reader's verdict.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param outcome what was decided
 * @param resultCount how many result documents there are, from 0
 * @param form that goes with it; null where it was granted, or that was not told
 */
public record Completed(DossierState dossier, Actor actor, Outcome outcome, int resultCount, Form form)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.completed.v1";

    @JsonCreator
    public Completed {}

    /** One that does not tell the form. */
    public Completed(DossierState dossier, Actor actor, Outcome outcome, int resultCount) {
        this(dossier, actor, outcome, resultCount, null);
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
