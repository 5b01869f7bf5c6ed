package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.calendar.WorkingCalendar;

/**
 * What a legal profile lays down: handed to the steps, so that nothing of it stands in them. What each value rests on stands in
 * {@code legal-profiles.json} and on the page LEGAL.md. Where nought is allowed it means: none.
 *
 * @param profile its name in events: {@code 2022}
 * @param from first day; the earliest profile also covers all days before
 * @param replyHours working hours in which an online submission is answered
 * @param supplementWithinDays working days from receipt in which papers may be asked for
 * @param supplementsMost requests for papers, of each phase, that need no legal basis of their own
 * @param supplementClockPolicy what the limit does once the papers are full
 * @param supplementDays calendar days that an applicant is given to supply papers
 * @param prepaidBeforeSubmission whether what is paid in advance must be paid when submitting online
 * @param paymentClockPolicy what the limit does once the payment is there
 * @param paymentDays calendar days that an applicant is given to pay
 * @param extensionsMost re-appointments of one dossier
 * @param extensionNoticeDays days before the due date by which a re-appointment is told
 * @param dueSoonDays working days before the due date of the first warning
 * @param dueSoonHours working hours before the due date of the second warning
 * @param sameDayUntil paper received before this local time is forwarded the same day
 * @param forms the acts that lay the forms down, by the day of the paper; the same in every profile
 */
public record LegalRules(
        String profile,
        LocalDate from,
        int replyHours,
        int supplementWithinDays,
        int supplementsMost,
        ClockPolicy supplementClockPolicy,
        int supplementDays,
        boolean prepaidBeforeSubmission,
        ClockPolicy paymentClockPolicy,
        int paymentDays,
        int extensionsMost,
        int extensionNoticeDays,
        int dueSoonDays,
        int dueSoonHours,
        LocalTime sameDayUntil,
        FormsInForce forms) {

    /** The same where nobody knows the whole limit, so that none can begin anew: what was left is counted on. */
    public LegalRules resuming() {
        return new LegalRules(
                profile,
                from,
                replyHours,
                supplementWithinDays,
                supplementsMost,
                ClockPolicy.RESUME,
                supplementDays,
                prepaidBeforeSubmission,
                ClockPolicy.RESUME,
                paymentDays,
                extensionsMost,
                extensionNoticeDays,
                dueSoonDays,
                dueSoonHours,
                sameDayUntil,
                forms);
    }

    /** Whether papers may be asked for without more ado by somebody who was asked so often in this phase. */
    boolean allowsRequestAfter(int asked) {
        return asked < supplementsMost;
    }

    /** Whether another date may be promised after so many. */
    boolean allowsExtensionAfter(int extensions) {
        return extensions < extensionsMost;
    }

    /** Whether a re-appointment told at that instant comes later than the law wants it. Source: Decree 61/2018, art. 19 §9. */
    boolean isLateNotice(Instant due, Instant toldAt) {
        return toldAt.isAfter(
                due.atZone(DossierCode.ZONE).minusDays(extensionNoticeDays).toInstant());
    }

    /**
     * Until when paper that was received has to be with whoever processes it: the end of that working day, or the start of the next one where it came
     * late in the day. Source: Decree 61/2018, art. 18.
     */
    public Instant forwardBy(WorkingCalendar calendar, Instant receivedAt) {
        var day = calendar.nextOrSameWorkingDay(calendar.localDate(receivedAt));
        return isLateInTheDay(calendar, receivedAt)
                ? calendar.opening(calendar.nextWorkingDay(day))
                : calendar.closing(day);
    }

    /**
     * Until when the result of a same-day procedure is due: the end of that working day, or of the next one where it came late in the day. Source:
     * rules of the sectors; practice.
     */
    public Instant sameDayDue(WorkingCalendar calendar, Instant receivedAt) {
        var day = calendar.nextOrSameWorkingDay(calendar.localDate(receivedAt));
        return calendar.closing(isLateInTheDay(calendar, receivedAt) ? calendar.nextWorkingDay(day) : day);
    }

    /** Whether a procedure that gives its result at once does so the same day: one whose limit is a single working day. */
    public static boolean isSameDay(boolean immediate, TimeLimit limit) {
        return immediate && limit.equals(TimeLimit.workingDays(1));
    }

    /** After the hour that the law names, or after the doors were closed on a day that ends before it. */
    private boolean isLateInTheDay(WorkingCalendar calendar, Instant receivedAt) {
        var day = calendar.localDate(receivedAt);
        return calendar.isWorkingDay(day)
                && (receivedAt.atZone(calendar.zone()).toLocalTime().isAfter(sameDayUntil)
                        || receivedAt.isAfter(calendar.closing(day)));
    }
}
