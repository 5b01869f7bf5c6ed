package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;

/**
 * What the calendar of now dates otherwise than that of then.
 *
 * @param appointment of the result; null where it stays
 * @param replyDueAt until when an online dossier is answered; null where that stays, and while nobody can say
 * @param legs open parts with their other due date
 * @param stepDueAt until when the step of the workflow that is on is due; null where that stays
 * @param deadline until when papers or a payment are awaited, later than the applicant was told; null where that stays
 * @param forwardBy until when paper that was accepted is forwarded; null where that stays
 */
public record Redating(
        Appointment appointment,
        Instant replyDueAt,
        List<Leg> legs,
        Instant stepDueAt,
        Instant deadline,
        Instant forwardBy) {

    public static final Redating NOTHING = new Redating(null, null, List.of(), null, null, null);

    public Redating {
        legs = List.copyOf(legs);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** Of the result alone. */
    public static Redating of(Appointment appointment) {
        return new Redating(appointment, null, List.of(), null, null, null);
    }

    /** Of the reply to an online dossier alone. */
    static Redating ofReply(Instant replyDueAt) {
        return new Redating(null, replyDueAt, List.of(), null, null, null);
    }
}
