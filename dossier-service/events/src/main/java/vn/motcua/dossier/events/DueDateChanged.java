package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;

/**
 * A date moved without a step of anybody: the working calendar was changed, or a correction counts anew. The result's own date is {@code dossier.dueAt};
 * the others stand here where they moved.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param previousDueAt the result's date before; null if there was none
 * @param cause what moved it
 * @param replyDueAt until when the agency must answer what was handed in online; null where that stays
 * @param deadline until when papers or a payment are awaited of the applicant, never earlier than before; null where that stays
 * @param stepDueAt until when the step of the workflow that is on is due; null where that stays
 * @param legs parts of other agencies that are due at another time, as they stand after the fact; null where none is
 */
public record DueDateChanged(
        DossierState dossier,
        Actor actor,
        Instant previousDueAt,
        DueDateCause cause,
        Instant replyDueAt,
        Instant deadline,
        Instant stepDueAt,
        List<Leg> legs)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.due-date-changed.v1";

    @JsonCreator
    public DueDateChanged {
        legs = legs == null || legs.isEmpty() ? null : List.copyOf(legs);
    }

    /** Of the result's date alone. */
    public DueDateChanged(DossierState dossier, Actor actor, Instant previousDueAt, DueDateCause cause) {
        this(dossier, actor, previousDueAt, cause, null, null, null, null);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.dueDateChanged(this);
    }
}
