package vn.motcua.dossier.lifecycle;

import java.time.Instant;

/**
 * When what happened; null until it did. In time order: submitted, accepted, completed, returned.
 *
 * @param submittedAt when it was handed in, also at the counter
 * @param replyDueAt until when an online dossier is answered; null otherwise, and while that year's calendar is not published
 * @param acceptedAt when the clock started
 * @param dueAt when the result is due; null before acceptance and without a time limit
 * @param originalDueAt the first date promised
 * @param completedAt when a result was there
 * @param endedAt when an accepted dossier stopped running, for whatever reason
 * @param returnedAt when the result was handed over
 */
public record Timeline(
        Instant submittedAt,
        Instant replyDueAt,
        Instant acceptedAt,
        Instant dueAt,
        Instant originalDueAt,
        Instant completedAt,
        Instant endedAt,
        Instant returnedAt) {

    static Timeline submitted(Instant at, Instant replyDueAt) {
        return new Timeline(at, replyDueAt, null, null, null, null, null, null);
    }

    Timeline accepted(Instant at, Instant due) {
        return new Timeline(submittedAt, replyDueAt, at, due, due, null, null, null);
    }

    Timeline completed(Instant at) {
        return new Timeline(submittedAt, replyDueAt, acceptedAt, dueAt, originalDueAt, at, at, null);
    }

    /** An end that is no result: counts as an end only for what had been accepted. */
    Timeline ended(Instant at) {
        var end = acceptedAt == null ? null : at;
        return new Timeline(submittedAt, replyDueAt, acceptedAt, dueAt, originalDueAt, completedAt, end, null);
    }

    Timeline returned(Instant at) {
        return new Timeline(submittedAt, replyDueAt, acceptedAt, dueAt, originalDueAt, completedAt, endedAt, at);
    }

    /** The whole limit is counted anew: the first promise is void as well. */
    Timeline restarted(Instant due) {
        return new Timeline(submittedAt, replyDueAt, acceptedAt, due, due, completedAt, endedAt, returnedAt);
    }

    /** Another date; what was promised first stays. */
    Timeline due(Instant due) {
        return new Timeline(submittedAt, replyDueAt, acceptedAt, due, originalDueAt, completedAt, endedAt, returnedAt);
    }

    /** Another limit: what was promised first stays, unless nothing was until now or nothing is any more. */
    Timeline under(Instant due) {
        var first = due == null || originalDueAt == null ? due : originalDueAt;
        return new Timeline(submittedAt, replyDueAt, acceptedAt, due, first, completedAt, endedAt, returnedAt);
    }

    /** A result that was taken back never was one. */
    Timeline reopened(Instant due) {
        return new Timeline(submittedAt, replyDueAt, acceptedAt, due, originalDueAt, null, null, null);
    }

    /** The agency has as long again to answer. */
    Timeline awaitingReply(Instant due) {
        return new Timeline(submittedAt, due, acceptedAt, dueAt, originalDueAt, completedAt, endedAt, returnedAt);
    }

    /**
     * As another system told it, brought to agree with where the dossier stands, so that every step has what it builds on: what has not happened there
     * did not happen, and what has, and nobody said when, had happened when it was told.
     *
     * @param told when the dossier was told to stand there
     */
    Timeline agreeing(DossierStatus status, Instant told) {
        var by = told.isBefore(submittedAt) ? submittedAt : told;
        return switch (status) {
            case SUBMITTED -> submitted(submittedAt, replyDueAt);
            case ACCEPTED, PROCESSING, PAYMENT_REQUIRED -> acceptedBy(by).reopened(dueAt);
            case COMPLETED -> acceptedBy(by).completedBy(by);
            case SUPPLEMENT_REQUIRED, STOPPED, REFUSED, WITHDRAWN, RETURNED -> this;
        };
    }

    private Timeline acceptedBy(Instant by) {
        var at = acceptedAt == null ? by : acceptedAt;
        return new Timeline(submittedAt, replyDueAt, at, dueAt, originalDueAt, completedAt, endedAt, returnedAt);
    }

    private Timeline completedBy(Instant by) {
        return completed(completedAt != null ? completedAt : by.isBefore(acceptedAt) ? acceptedAt : by);
    }

    /** Set aside: no result, and an end only for what had been accepted. */
    Timeline voided(Instant at) {
        var end = acceptedAt == null ? null : at;
        return new Timeline(submittedAt, replyDueAt, acceptedAt, dueAt, originalDueAt, null, end, null);
    }
}
