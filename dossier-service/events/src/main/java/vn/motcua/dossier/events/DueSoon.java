package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * The due date, {@code dossier.dueAt}, is near. Each of the two warnings at most once per due date; where both fall together, or nobody looked in time, one says it all.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param warning which of the two
 */
public record DueSoon(DossierState dossier, Actor actor, DueWarning warning) implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.due-soon.v1";

    @JsonCreator
    public DueSoon {}

    /** One that does not tell which. */
    public DueSoon(DossierState dossier, Actor actor) {
        this(dossier, actor, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.dueSoon(this);
    }
}
