package vn.motcua.kpi.indicators;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is known of the answer to one online submission.
 *
 * @param submittedOn day of the province
 * @param replyDueAt until when it was to be answered; null where no limit was named: then it never counts
 * @param repliedAt when it was first taken in, refused or sent back for papers; null while it waits
 * @param replyLate whether an answer was reported overdue, to the submission or to papers sent later
 * @param withdrawn taken back by the applicant: who had not been answered by then waits no more
 * @param voided set aside as never to have been there: it never counts
 */
public record Submission(
        LocalDate submittedOn,
        Instant replyDueAt,
        Instant repliedAt,
        boolean replyLate,
        boolean withdrawn,
        boolean voided) {}
