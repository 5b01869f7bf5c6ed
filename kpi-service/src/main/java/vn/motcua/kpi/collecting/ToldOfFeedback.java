package vn.motcua.kpi.collecting;

import java.time.Instant;
import vn.motcua.dossier.events.feedback.FeedbackAnswered;
import vn.motcua.dossier.events.feedback.FeedbackClassified;
import vn.motcua.dossier.events.feedback.FeedbackEvent;
import vn.motcua.dossier.events.feedback.FeedbackOverdue;
import vn.motcua.dossier.events.feedback.FeedbackPublished;
import vn.motcua.dossier.events.feedback.FeedbackRated;
import vn.motcua.dossier.events.feedback.FeedbackReceived;
import vn.motcua.dossier.events.feedback.FeedbackRefused;
import vn.motcua.dossier.events.feedback.FeedbackState;
import vn.motcua.dossier.events.feedback.FeedbackSupplementRequested;
import vn.motcua.dossier.events.feedback.FeedbackSupplementSubmitted;
import vn.motcua.dossier.events.feedback.FeedbackTransferred;
import vn.motcua.dossier.events.feedback.Unrecognised;

/**
 * What some facts about feedback tell, in their order. Null means that these facts do not tell: what was known before stays.
 *
 * @param state the latest
 * @param late whether the agency that has it missed a time limit; false where another agency begins anew
 * @param rating what its author thinks of the answer, 1 to 5
 * @param ratedAt when they said it
 */
record ToldOfFeedback(FeedbackState state, Boolean late, Integer rating, Instant ratedAt) {

    static final ToldOfFeedback NOTHING = new ToldOfFeedback(null, null, null, null);

    /** With one more fact, which carries a state. @param at when it became true */
    ToldOfFeedback then(FeedbackEvent fact, Instant at) {
        var seen = new ToldOfFeedback(fact.feedback(), late, rating, ratedAt);
        return fact.fold(new FeedbackEvent.Cases<>() {
            @Override
            public ToldOfFeedback received(FeedbackReceived one) {
                return seen;
            }

            @Override
            public ToldOfFeedback classified(FeedbackClassified one) {
                return seen.judged(at, one.previousDueAt());
            }

            /** What the agency before missed is not held against the one that has it now. */
            @Override
            public ToldOfFeedback transferred(FeedbackTransferred one) {
                return new ToldOfFeedback(seen.state, false, seen.rating, seen.ratedAt);
            }

            @Override
            public ToldOfFeedback refused(FeedbackRefused one) {
                return seen.judged(at, one.previousDueAt());
            }

            @Override
            public ToldOfFeedback supplementRequested(FeedbackSupplementRequested one) {
                return seen;
            }

            @Override
            public ToldOfFeedback supplementSubmitted(FeedbackSupplementSubmitted one) {
                return seen;
            }

            @Override
            public ToldOfFeedback answered(FeedbackAnswered one) {
                return seen.judged(at, one.previousDueAt());
            }

            @Override
            public ToldOfFeedback published(FeedbackPublished one) {
                return seen.judged(at, one.previousDueAt());
            }

            @Override
            public ToldOfFeedback overdue(FeedbackOverdue one) {
                return seen.missed();
            }

            @Override
            public ToldOfFeedback rated(FeedbackRated one) {
                return new ToldOfFeedback(seen.state, seen.late, one.score(), at);
            }

            @Override
            public ToldOfFeedback unrecognised(Unrecognised one) {
                return seen;
            }
        });
    }

    private ToldOfFeedback judged(Instant at, Instant due) {
        return due != null && at.isAfter(due) ? missed() : this;
    }

    private ToldOfFeedback missed() {
        return new ToldOfFeedback(state, true, rating, ratedAt);
    }

    /** When it was answered or refused; null until then. */
    Instant handledAt() {
        return state.answeredAt() == null ? state.refusedAt() : state.answeredAt();
    }
}
