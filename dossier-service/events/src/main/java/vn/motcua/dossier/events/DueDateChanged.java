package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * The due date moved without a step of anybody: the working calendar was changed, or a correction counts anew.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param previousDueAt the date before; null if there was none
 * @param cause what moved it
 */
public record DueDateChanged(DossierState dossier, Actor actor, Instant previousDueAt, DueDateCause cause)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.due-date-changed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.dueDateChanged(this);
    }
}
