package vn.motcua.dossier.events;

/**
 * The competent agency decided and the clock stopped at {@code dossier.completedAt}. Early or late is the reader's verdict.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param outcome what was decided
 * @param resultCount how many result documents there are, from 0
 */
public record Completed(DossierState dossier, Actor actor, Outcome outcome, int resultCount) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.completed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.completed(this);
    }
}
