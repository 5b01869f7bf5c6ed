package vn.motcua.dossier.events.feedback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import vn.motcua.dossier.events.Actor;

/**
 * One fact about feedback, a record each. What never changes: the wire name, the meaning of each field, and that a field once published stays. New facts
 * and fields come; readers meet unknown facts as {@link Unrecognised}.
 */
public sealed interface FeedbackEvent
        permits FeedbackReceived,
                FeedbackClassified,
                FeedbackTransferred,
                FeedbackRefused,
                FeedbackSupplementRequested,
                FeedbackSupplementSubmitted,
                FeedbackAnswered,
                FeedbackPublished,
                FeedbackOverdue,
                FeedbackRated,
                Unrecognised {

    /** The CloudEvents type, written out. */
    @JsonIgnore
    String type();

    /** The feedback after the fact. Null only on {@link Unrecognised} facts that do not carry it. */
    FeedbackState feedback();

    /** Who acted. Null only on {@link Unrecognised} facts that do not say. */
    Actor actor();

    /** Answers by kind of fact. A forgotten kind does not compile. */
    <R> R fold(Cases<R> cases);

    /** One answer per kind of fact. */
    interface Cases<R> {
        R received(FeedbackReceived fact);

        R classified(FeedbackClassified fact);

        R transferred(FeedbackTransferred fact);

        R refused(FeedbackRefused fact);

        R supplementRequested(FeedbackSupplementRequested fact);

        R supplementSubmitted(FeedbackSupplementSubmitted fact);

        R answered(FeedbackAnswered fact);

        R published(FeedbackPublished fact);

        R overdue(FeedbackOverdue fact);

        R rated(FeedbackRated fact);

        R unrecognised(Unrecognised fact);
    }
}
