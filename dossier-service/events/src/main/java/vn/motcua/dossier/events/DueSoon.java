package vn.motcua.dossier.events;

/**
 * The due date, {@code dossier.dueAt}, is near. Once per due date.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 */
public record DueSoon(DossierState dossier, Actor actor) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.due-soon.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.dueSoon(this);
    }
}
