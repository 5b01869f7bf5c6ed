package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One fact in the life of a dossier, a record each. What never changes: the wire name, the meaning of each field, and that a field
 * once published stays. New facts and fields come; readers meet unknown facts as {@link Unrecognised}.
 */
public sealed interface DossierEvent
        permits Submitted,
                Accepted,
                Refused,
                ProcessingStarted,
                Withdrawn,
                Completed,
                Returned,
                RecipientChanged,
                RecipientErased,
                SupplementRequested,
                SupplementSubmitted,
                SupplementCompleted,
                PaymentRequested,
                PaymentConfirmed,
                PaymentRefunded,
                Assigned,
                StepCompleted,
                StepSentBack,
                StepRecalled,
                Extended,
                DueDateChanged,
                Stopped,
                Resumed,
                ResultRecalled,
                DueSoon,
                Overdue,
                ReplyOverdue,
                ForwardOverdue,
                LegPlanned,
                LegOpened,
                LegReceived,
                LegFinished,
                LegWithdrawn,
                LegOverdue,
                Transferred,
                Corrected,
                Voided,
                Merged,
                Adopted,
                Reported,
                RatingSubmitted,
                DocumentAdded,
                Unrecognised {

    /** The CloudEvents type, written out. */
    @JsonIgnore
    String type();

    /** The dossier after the fact. Null only on {@link Unrecognised} facts that do not carry it. */
    DossierState dossier();

    /** Who acted. Null only on {@link Unrecognised} facts that do not say. */
    Actor actor();

    /** The form that goes with it by the law; null where none does. */
    default Form form() {
        return null;
    }

    /** Answers by kind of fact. A forgotten kind does not compile. */
    <R> R fold(Cases<R> cases);

    /** One answer per kind of fact. */
    interface Cases<R> {
        R submitted(Submitted fact);

        R accepted(Accepted fact);

        R refused(Refused fact);

        R processingStarted(ProcessingStarted fact);

        R withdrawn(Withdrawn fact);

        R completed(Completed fact);

        R returned(Returned fact);

        R recipientChanged(RecipientChanged fact);

        R recipientErased(RecipientErased fact);

        R supplementRequested(SupplementRequested fact);

        R supplementSubmitted(SupplementSubmitted fact);

        R supplementCompleted(SupplementCompleted fact);

        R paymentRequested(PaymentRequested fact);

        R paymentConfirmed(PaymentConfirmed fact);

        R paymentRefunded(PaymentRefunded fact);

        R assigned(Assigned fact);

        R stepCompleted(StepCompleted fact);

        R stepSentBack(StepSentBack fact);

        R stepRecalled(StepRecalled fact);

        R extended(Extended fact);

        R dueDateChanged(DueDateChanged fact);

        R stopped(Stopped fact);

        R resumed(Resumed fact);

        R resultRecalled(ResultRecalled fact);

        R dueSoon(DueSoon fact);

        R overdue(Overdue fact);

        R replyOverdue(ReplyOverdue fact);

        R forwardOverdue(ForwardOverdue fact);

        R legPlanned(LegPlanned fact);

        R legOpened(LegOpened fact);

        R legReceived(LegReceived fact);

        R legFinished(LegFinished fact);

        R legWithdrawn(LegWithdrawn fact);

        R legOverdue(LegOverdue fact);

        R transferred(Transferred fact);

        R corrected(Corrected fact);

        R voided(Voided fact);

        R merged(Merged fact);

        R adopted(Adopted fact);

        R reported(Reported fact);

        R ratingSubmitted(RatingSubmitted fact);

        R documentAdded(DocumentAdded fact);

        R unrecognised(Unrecognised fact);
    }

    /** For readers that answer to some facts only: every other one falls to {@link #other}. */
    interface SomeCases<R> extends Cases<R> {

        R other(DossierEvent fact);

        @Override
        default R submitted(Submitted fact) {
            return other(fact);
        }

        @Override
        default R accepted(Accepted fact) {
            return other(fact);
        }

        @Override
        default R refused(Refused fact) {
            return other(fact);
        }

        @Override
        default R processingStarted(ProcessingStarted fact) {
            return other(fact);
        }

        @Override
        default R withdrawn(Withdrawn fact) {
            return other(fact);
        }

        @Override
        default R completed(Completed fact) {
            return other(fact);
        }

        @Override
        default R returned(Returned fact) {
            return other(fact);
        }

        @Override
        default R recipientChanged(RecipientChanged fact) {
            return other(fact);
        }

        @Override
        default R recipientErased(RecipientErased fact) {
            return other(fact);
        }

        @Override
        default R supplementRequested(SupplementRequested fact) {
            return other(fact);
        }

        @Override
        default R supplementSubmitted(SupplementSubmitted fact) {
            return other(fact);
        }

        @Override
        default R supplementCompleted(SupplementCompleted fact) {
            return other(fact);
        }

        @Override
        default R paymentRequested(PaymentRequested fact) {
            return other(fact);
        }

        @Override
        default R paymentConfirmed(PaymentConfirmed fact) {
            return other(fact);
        }

        @Override
        default R paymentRefunded(PaymentRefunded fact) {
            return other(fact);
        }

        @Override
        default R assigned(Assigned fact) {
            return other(fact);
        }

        @Override
        default R stepCompleted(StepCompleted fact) {
            return other(fact);
        }

        @Override
        default R stepSentBack(StepSentBack fact) {
            return other(fact);
        }

        @Override
        default R stepRecalled(StepRecalled fact) {
            return other(fact);
        }

        @Override
        default R extended(Extended fact) {
            return other(fact);
        }

        @Override
        default R dueDateChanged(DueDateChanged fact) {
            return other(fact);
        }

        @Override
        default R stopped(Stopped fact) {
            return other(fact);
        }

        @Override
        default R resumed(Resumed fact) {
            return other(fact);
        }

        @Override
        default R resultRecalled(ResultRecalled fact) {
            return other(fact);
        }

        @Override
        default R dueSoon(DueSoon fact) {
            return other(fact);
        }

        @Override
        default R overdue(Overdue fact) {
            return other(fact);
        }

        @Override
        default R replyOverdue(ReplyOverdue fact) {
            return other(fact);
        }

        @Override
        default R forwardOverdue(ForwardOverdue fact) {
            return other(fact);
        }

        @Override
        default R legPlanned(LegPlanned fact) {
            return other(fact);
        }

        @Override
        default R legOpened(LegOpened fact) {
            return other(fact);
        }

        @Override
        default R legReceived(LegReceived fact) {
            return other(fact);
        }

        @Override
        default R legFinished(LegFinished fact) {
            return other(fact);
        }

        @Override
        default R legWithdrawn(LegWithdrawn fact) {
            return other(fact);
        }

        @Override
        default R legOverdue(LegOverdue fact) {
            return other(fact);
        }

        @Override
        default R transferred(Transferred fact) {
            return other(fact);
        }

        @Override
        default R corrected(Corrected fact) {
            return other(fact);
        }

        @Override
        default R voided(Voided fact) {
            return other(fact);
        }

        @Override
        default R merged(Merged fact) {
            return other(fact);
        }

        @Override
        default R adopted(Adopted fact) {
            return other(fact);
        }

        @Override
        default R reported(Reported fact) {
            return other(fact);
        }

        @Override
        default R ratingSubmitted(RatingSubmitted fact) {
            return other(fact);
        }

        @Override
        default R documentAdded(DocumentAdded fact) {
            return other(fact);
        }

        @Override
        default R unrecognised(Unrecognised fact) {
            return other(fact);
        }
    }
}
