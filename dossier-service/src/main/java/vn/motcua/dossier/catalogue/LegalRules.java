package vn.motcua.dossier.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The numbers of a legal profile. What each rests on stands in {@code legal-profiles.json} and on the page LEGAL.md.
 *
 * @param profile its name in events: {@code 2022}
 * @param from first day; the earliest profile also covers all days before
 * @param replyHours working hours in which an online submission is answered
 * @param supplementWithinDays working days from receipt in which papers may be asked for
 * @param supplementsMost requests for papers that need no legal basis of their own
 * @param supplementClockPolicy {@code RESTART} or {@code RESUME}: what the limit does once the papers are full
 * @param supplementDays calendar days that an applicant is given to supply papers
 * @param prepaidBeforeSubmission whether what is paid in advance must be paid when submitting online
 * @param paymentClockPolicy {@code RESTART} or {@code RESUME}: what the limit does once the payment is there
 * @param paymentDays calendar days that an applicant is given to pay
 * @param extensionsMost re-appointments of one dossier
 * @param extensionNoticeDays days before the due date by which a re-appointment is told
 * @param dueSoonDays working days before the due date of the first warning
 * @param dueSoonHours working hours before the due date of the second warning
 * @param sameDayUntil paper received before this local time is forwarded the same day
 * @param stopForm {@code REFUSAL} or {@code STOP_NOTICE}: what an applicant gets when processing stops
 */
public record LegalRules(
        String profile,
        LocalDate from,
        int replyHours,
        int supplementWithinDays,
        int supplementsMost,
        String supplementClockPolicy,
        int supplementDays,
        boolean prepaidBeforeSubmission,
        String paymentClockPolicy,
        int paymentDays,
        int extensionsMost,
        int extensionNoticeDays,
        int dueSoonDays,
        int dueSoonHours,
        LocalTime sameDayUntil,
        String stopForm) {}
