package vn.motcua.kpi.indicators;

import java.time.Instant;

/**
 * How the online submissions of a period were answered. Source: Decree 45/2020 (reply to an online dossier within 8 working hours).
 *
 * @param judged online submissions that were answered, or that were to be by now; one that may still wait, or was taken back
 *     before, is not judged
 * @param inTime of these, answered in time and never reported overdue
 */
public record Replies(long judged, long inTime) {

    public static final Replies NONE = new Replies(0, 0);

    public Replies plus(Replies other) {
        return new Replies(judged + other.judged, inTime + other.inTime);
    }

    /** What one submission counts for. */
    public static Replies of(Submission submission, Period period, Instant now) {
        if (submission.voided() || submission.replyDueAt() == null || !period.contains(submission.submittedOn())) {
            return NONE;
        }
        boolean replied = submission.repliedAt() != null;
        boolean tooLong = !submission.withdrawn() && submission.replyDueAt().isBefore(now);
        if (!replied && !submission.replyLate() && !tooLong) {
            return NONE;
        }
        boolean inTime =
                replied && !submission.replyLate() && !submission.repliedAt().isAfter(submission.replyDueAt());
        return new Replies(1, inTime ? 1 : 0);
    }
}
