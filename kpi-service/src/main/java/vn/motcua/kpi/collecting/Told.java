package vn.motcua.kpi.collecting;

import java.time.Instant;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.PaymentConfirmed;
import vn.motcua.dossier.events.PaymentMethod;
import vn.motcua.dossier.events.RatingSubmitted;
import vn.motcua.dossier.events.ReplyOverdue;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.SupplementPhase;
import vn.motcua.dossier.events.SupplementRequested;

/**
 * What some events of a dossier tell, in their order: its latest state, and what only single facts say. Of the latter null means that
 * these events do not tell: what was known before stays.
 *
 * @param state the latest
 * @param replyDueAt until when an online submission was to be answered
 * @param repliedAt when it first stopped waiting for an answer; of several the first holds
 * @param replyLate true if an answer was reported overdue, to the submission or to papers sent later
 * @param supplements how often papers were asked for after acceptance
 * @param extended true if the agency named a later date
 * @param rating what the applicant said of the whole, 1 to 5
 * @param ratedAt when they said it
 * @param paidOnline true if something was paid online
 * @param filed what they tell of files and of the result
 */
record Told(
        DossierState state,
        Instant replyDueAt,
        Instant repliedAt,
        Boolean replyLate,
        Integer supplements,
        Boolean extended,
        Integer rating,
        Instant ratedAt,
        Boolean paidOnline,
        Filed filed) {

    static final Told NOTHING = new Told(null, null, null, null, null, null, null, null, null, Filed.NOTHING);

    /**
     * With one more event, which carries a state.
     *
     * @param at when it became true
     */
    Told then(DossierEvent fact, Instant at) {
        var next = fact.dossier();
        // Whoever takes it back has not been answered by that.
        var answered = next.previousStatus() == Status.SUBMITTED
                && next.status() != Status.SUBMITTED
                && next.status() != Status.WITHDRAWN;
        var seen = new Told(
                next,
                replyDueAt,
                repliedAt == null && answered ? at : repliedAt,
                replyLate,
                supplements,
                extended,
                rating,
                ratedAt,
                paidOnline,
                filed.then(fact));
        return fact.fold(new DossierEvent.SomeCases<>() {
            @Override
            public Told submitted(Submitted fact) {
                return new Told(
                        next,
                        fact.replyDueAt(),
                        seen.repliedAt,
                        replyLate,
                        supplements,
                        extended,
                        rating,
                        ratedAt,
                        fact.prepaid() == null
                                ? paidOnline
                                : online(fact.prepaid().method()),
                        seen.filed);
            }

            @Override
            public Told replyOverdue(ReplyOverdue fact) {
                return new Told(
                        next,
                        replyDueAt,
                        seen.repliedAt,
                        true,
                        supplements,
                        extended,
                        rating,
                        ratedAt,
                        paidOnline,
                        seen.filed);
            }

            @Override
            public Told supplementRequested(SupplementRequested fact) {
                return fact.phase() == SupplementPhase.PROCESSING
                        ? new Told(
                                next,
                                replyDueAt,
                                seen.repliedAt,
                                replyLate,
                                fact.requestNumber(),
                                extended,
                                rating,
                                ratedAt,
                                paidOnline,
                                seen.filed)
                        : seen;
            }

            @Override
            public Told extended(Extended fact) {
                return new Told(
                        next,
                        replyDueAt,
                        seen.repliedAt,
                        replyLate,
                        supplements,
                        true,
                        rating,
                        ratedAt,
                        paidOnline,
                        seen.filed);
            }

            @Override
            public Told ratingSubmitted(RatingSubmitted fact) {
                return new Told(
                        next,
                        replyDueAt,
                        seen.repliedAt,
                        replyLate,
                        supplements,
                        extended,
                        fact.score(),
                        at,
                        paidOnline,
                        seen.filed);
            }

            @Override
            public Told paymentConfirmed(PaymentConfirmed fact) {
                return new Told(
                        next,
                        replyDueAt,
                        seen.repliedAt,
                        replyLate,
                        supplements,
                        extended,
                        rating,
                        ratedAt,
                        online(fact.method()),
                        seen.filed);
            }

            /** What was paid online once was, whatever is paid at the counter besides. */
            private Boolean online(PaymentMethod method) {
                return method == PaymentMethod.ONLINE ? Boolean.TRUE : paidOnline;
            }

            @Override
            public Told other(DossierEvent fact) {
                return seen;
            }
        });
    }
}
