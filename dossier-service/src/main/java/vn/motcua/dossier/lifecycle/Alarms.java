package vn.motcua.dossier.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a dossier itself has to be woken for; each null when it does not apply or has rung. What is due is decided with the step that makes it
 * due; whoever sweeps only reads it.
 *
 * @param reply an online dossier should have been answered by then
 * @param dueSoon the due date is near: the warning in working days
 * @param hoursLeft the due date is near: the warning in working hours
 * @param overdue the due date
 * @param deadline what was asked for should have come by then
 * @param forward paper that was accepted should be with whoever processes it by then
 * @param told the due date of which it was said that it has passed: it is said once per date; null while of none
 */
public record Alarms(
        Instant reply,
        Instant dueSoon,
        Instant hoursLeft,
        Instant overdue,
        Instant deadline,
        Instant forward,
        Instant told) {

    public static final Alarms NONE = new Alarms(null, null, null, null, null, null, null);

    static Alarms awaitingReply(Instant replyDueAt) {
        return new Alarms(replyDueAt, null, null, null, null, null, null);
    }

    /** The clock runs to a date. Whoever is late and was told so is neither warned nor told again. */
    Alarms running(Appointment appointment) {
        var again = appointment.dueAt() != null && appointment.dueAt().equals(told);
        var warnings = appointment.warnings();
        // Paper lies where it lies, whatever date is promised.
        var onward = appointment.forwardBy() == null ? forward : appointment.forwardBy();
        return again
                ? new Alarms(null, null, null, null, null, onward, told)
                : new Alarms(null, warnings.days(), warnings.hours(), appointment.dueAt(), null, onward, told);
    }

    /** The clock stands still. @param until null without a deadline */
    Alarms awaiting(Instant until) {
        return new Alarms(null, null, null, null, until, null, told);
    }

    /** Nothing rings. */
    Alarms silent() {
        return new Alarms(null, null, null, null, null, null, told);
    }

    Alarms withReply(Instant replyDueAt) {
        return new Alarms(replyDueAt, dueSoon, hoursLeft, overdue, deadline, forward, told);
    }

    /** What is awaited is awaited for so much longer; whatever else may still be told of it in time moves with it. */
    Alarms later(Duration longer) {
        return new Alarms(
                reply, dueSoon, hoursLeft, overdue, deadline == null ? null : deadline.plus(longer), forward, told);
    }

    Alarms withForward(Instant forwardBy) {
        return new Alarms(reply, dueSoon, hoursLeft, overdue, deadline, forwardBy, told);
    }

    Alarms withoutForward() {
        return new Alarms(reply, dueSoon, hoursLeft, overdue, deadline, null, told);
    }

    Alarms withoutReply() {
        return new Alarms(null, dueSoon, hoursLeft, overdue, deadline, forward, told);
    }

    Alarms withoutDueSoon() {
        return new Alarms(reply, null, hoursLeft, overdue, deadline, forward, told);
    }

    Alarms withoutHoursLeft() {
        return new Alarms(reply, dueSoon, null, overdue, deadline, forward, told);
    }

    /** Where nobody looked in time and both warnings are due by now, the nearer one says it all. */
    Alarms heardAt(Instant now) {
        if (dueSoon == null || hoursLeft == null || dueSoon.isAfter(now) || hoursLeft.isAfter(now)) {
            return this;
        }
        return dueSoon.isBefore(hoursLeft) ? withoutDueSoon() : withoutHoursLeft();
    }

    Alarms withoutOverdue() {
        // Whoever is late needs no warning any more.
        return new Alarms(reply, null, null, null, deadline, forward, overdue);
    }

    /** When the first of them rings; empty if none does. */
    Optional<Instant> first() {
        return Stream.of(reply, dueSoon, hoursLeft, overdue, deadline, forward)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }
}
