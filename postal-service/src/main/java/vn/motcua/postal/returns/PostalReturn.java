package vn.motcua.postal.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.postal.returns.Attempt.Bar;
import vn.motcua.postal.returns.Attempt.Barred;
import vn.motcua.postal.returns.Attempt.Done;

/**
 * The parcel that carries one result home. A value.
 *
 * @param dossierCode code of the dossier
 * @param agency code of the sender
 * @param promisedDate last day of the carrier's limit; before the hand-over the day expected if the manifest's day is kept
 * @param failedAttempts deliveries that have failed so far; a delivery after one failure still says 1
 * @param reportedAt carrier's time of the latest report that moved the parcel or confirmed where it is; null before
 * @param handedOverAt when the hand-over record was signed; null before
 * @param deliveredAt when the recipient got it; null before
 * @param nextInvitation first day on which the recipient may be invited again; null when no invitation is open
 */
public record PostalReturn(
        UUID id,
        UUID dossierId,
        String dossierCode,
        String agency,
        Zone zone,
        ParcelStatus status,
        LocalDate promisedDate,
        int failedAttempts,
        Instant reportedAt,
        Instant handedOverAt,
        Instant deliveredAt,
        LocalDate nextInvitation) {

    /** How often a recipient is invited at least. Source: Circular 17/2017/TT-BTTTT. */
    public static final int LEAST_INVITATIONS = 2;

    /** Working days between two invitations. Source: Circular 17/2017/TT-BTTTT. */
    public static final int WORKING_DAYS_BETWEEN_INVITATIONS = 2;

    /** A result that is to go by post with the manifest of that day. */
    public static PostalReturn planned(
            UUID id,
            UUID dossierId,
            String dossierCode,
            String agency,
            Zone zone,
            LocalDate day,
            WorkingCalendar calendar) {
        return new PostalReturn(
                id,
                dossierId,
                dossierCode,
                agency,
                zone,
                ParcelStatus.PLANNED,
                zone.promised(day, calendar),
                0,
                null,
                null,
                null,
                null);
    }

    /** The carrier took the order. */
    public Attempt ordered() {
        return status == ParcelStatus.PLANNED
                ? done(at(ParcelStatus.ORDERED), Fact.ORDER_CREATED)
                : barred(status.active() ? Bar.NO_ARROW : Bar.FINAL);
    }

    /**
     * Agency and postman signed: J, from which the carrier's limit counts. Source: Decision 45/2016/QĐ-TTg (the hand-over record).
     *
     * @throws CalendarNotPublished if a year that the limit touches has no table
     */
    public Attempt handedOver(Instant at, WorkingCalendar calendar) {
        if (status != ParcelStatus.ORDERED) {
            return barred(status.active() ? Bar.NO_ARROW : Bar.FINAL);
        }
        var promised = zone.promised(calendar.localDate(at), calendar);
        return done(
                new PostalReturn(
                        id,
                        dossierId,
                        dossierCode,
                        agency,
                        zone,
                        ParcelStatus.HANDED_OVER,
                        promised,
                        failedAttempts,
                        reportedAt,
                        at,
                        null,
                        null),
                Fact.HANDED_OVER);
    }

    /** The applicant wants it no more. Only before the hand-over; a parcel not yet ordered goes without a word to others. */
    public Attempt cancelled() {
        return switch (status) {
            case PLANNED -> new Done(at(ParcelStatus.CANCELLED), Optional.empty());
            case ORDERED -> done(at(ParcelStatus.CANCELLED), Fact.CANCELLED);
            default -> barred(status.active() ? Bar.NO_ARROW : Bar.FINAL);
        };
    }

    /**
     * The carrier reports. Repeats, regressions and what is older than the latest report that counted change nothing; before the
     * hand-over only a cancellation does.
     */
    public Attempt reported(CarrierReport report, WorkingCalendar calendar) {
        var target = report.status().leadsTo().orElse(null);
        if (target == null) {
            return barred(Bar.SIDE_STATE);
        }
        if (status.next().isEmpty() || (status == ParcelStatus.CANCELLED && handedOverAt == null)) {
            return barred(Bar.FINAL);
        }
        if (status.beforeHandOver() && target != ParcelStatus.CANCELLED) {
            return barred(Bar.WAITS_FOR_HAND_OVER);
        }
        if (reportedAt != null && report.at().isBefore(reportedAt)) {
            return barred(Bar.OLDER);
        }
        // Said again later, it keeps its place but ages what lies between: that comes too late from now on.
        return target == status || status.next().contains(target)
                ? moved(target, report.at(), calendar)
                : barred(Bar.NO_ARROW);
    }

    /** Whether a parcel of that status goes back although the law gives the recipient another invitation. */
    public static boolean invitedTooSeldom(ParcelStatus status, int failedAttempts) {
        return (status == ParcelStatus.RETURNING || status == ParcelStatus.RETURNED_TO_AGENCY)
                && failedAttempts < LEAST_INVITATIONS;
    }

    private Attempt moved(ParcelStatus target, Instant at, WorkingCalendar calendar) {
        var failed = target == ParcelStatus.DELIVERY_FAILED;
        var after = new PostalReturn(
                id,
                dossierId,
                dossierCode,
                agency,
                zone,
                target,
                promisedDate,
                failed ? failedAttempts + 1 : failedAttempts,
                at,
                handedOverAt,
                target == ParcelStatus.DELIVERED ? at : null,
                failed ? invitation(at, calendar) : null);
        if (target == status && !failed) {
            return new Done(after, Optional.empty());
        }
        return switch (target) {
            case IN_TRANSIT -> done(after, Fact.IN_TRANSIT);
            case DELIVERY_FAILED -> done(after, Fact.DELIVERY_FAILED);
            case DELIVERED -> done(after, Fact.DELIVERED);
            case RETURNED_TO_AGENCY -> done(after, Fact.RETURNED_TO_AGENCY);
            case CANCELLED ->
                status == ParcelStatus.PLANNED ? new Done(after, Optional.empty()) : done(after, Fact.CANCELLED);
            case PLANNED, ORDERED, HANDED_OVER, OUT_FOR_DELIVERY, RETURNING -> new Done(after, Optional.empty());
        };
    }

    /** Null while the year has no table: a report of the carrier is not held up by that. */
    private static LocalDate invitation(Instant failedAt, WorkingCalendar calendar) {
        try {
            return calendar.plusWorkingDays(calendar.localDate(failedAt), WORKING_DAYS_BETWEEN_INVITATIONS);
        } catch (CalendarNotPublished unknown) {
            return null;
        }
    }

    private PostalReturn at(ParcelStatus now) {
        return new PostalReturn(
                id,
                dossierId,
                dossierCode,
                agency,
                zone,
                now,
                promisedDate,
                failedAttempts,
                reportedAt,
                handedOverAt,
                deliveredAt,
                nextInvitation);
    }

    private static Attempt done(PostalReturn after, Fact fact) {
        return new Done(after, Optional.of(fact));
    }

    private Attempt barred(Bar why) {
        return new Barred(why, status);
    }
}
