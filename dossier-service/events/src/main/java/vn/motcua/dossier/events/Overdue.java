package vn.motcua.dossier.events;

/**
 * The due date, {@code dossier.dueAt}, has passed. Once per due date.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 */
public record Overdue(DossierState dossier, Actor actor) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.overdue.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.overdue(this);
    }
}
