package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.calendar.TimeLimit;

/**
 * What happened to a dossier, as the lifecycle knows it. {@link #fold} makes a forgotten kind a compile error, which a switch over sealed
 * types does not do in Java 17.
 */
public sealed interface Fact {

    /** When it became true, UTC, whole milliseconds. */
    Instant at();

    Actor actor();

    <R> R fold(Cases<R> cases);

    /** The form that goes with it by the law of its day; null where none does. */
    default Form form(LegalRules rules) {
        return null;
    }

    /**
     * A citizen handed it in online.
     *
     * @param replyDueAt until when the agency answers; null while that year's calendar is not published
     * @param prepaid what was paid before; null where nothing was
     * @param documents files that came with it
     */
    record Submitted(Instant at, Actor actor, Instant replyDueAt, Payments.Paid prepaid, List<Document> documents)
            implements Fact {

        public Submitted {
            documents = List.copyOf(documents);
        }

        /** Without files and with nothing paid before. */
        public Submitted(Instant at, Actor actor, Instant replyDueAt) {
            this(at, actor, replyDueAt, null, List.of());
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.submitted(this);
        }
    }

    /** The one-stop shop took it in; the clock runs. */
    record Accepted(Instant at, Actor actor, TimeLimit limit) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.accepted(this);
        }

        @Override
        public Form form(LegalRules rules) {
            return Form.RECEIPT;
        }
    }

    /**
     * The one-stop shop did not take it in.
     *
     * @param incomplete whether the applicant was told at once what to bring
     */
    record Refused(Instant at, Actor actor, String reason, boolean incomplete) implements Fact {

        /** For another reason, or without a word of what to bring. */
        public Refused(Instant at, Actor actor, String reason) {
            this(at, actor, reason, false);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.refused(this);
        }

        @Override
        public Form form(LegalRules rules) {
            return incomplete ? Form.SUPPLEMENT_REQUEST : Form.REFUSAL;
        }
    }

    /**
     * It went to, or was taken by, the case officer.
     *
     * @param begun the first step of the workflow; null where there is none
     */
    record ProcessingStarted(Instant at, Actor actor, Flow begun) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.processingStarted(this);
        }

        @Override
        public Form form(LegalRules rules) {
            return Form.CONTROL_SLIP;
        }
    }

    /**
     * The applicant took it back.
     *
     * @param reason code; null where that was not told
     */
    record Withdrawn(Instant at, Actor actor, String reason) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.withdrawn(this);
        }

        /** Whoever takes it back alone, before acceptance, is answered by no form; nor where the law has none for it. */
        @Override
        public Form form(LegalRules rules) {
            return actor.role() != Role.CITIZEN
                            && rules.forms()
                                    .on(at)
                                    .list()
                                    .numberOf(Form.STOP_NOTICE)
                                    .isPresent()
                    ? Form.STOP_NOTICE
                    : null;
        }
    }

    /**
     * The agency decided; the clock stopped.
     *
     * @param reason code; null where it was granted
     */
    record Completed(Instant at, Actor actor, Outcome outcome, String reason) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.completed(this);
        }

        @Override
        public Form form(LegalRules rules) {
            return outcome == Outcome.DENIED ? Form.REFUSAL : null;
        }
    }

    /**
     * The result reached the applicant.
     *
     * @param collector whom it was handed to over the counter; null where it went another way
     */
    record Returned(Instant at, Actor actor, Via via, Collector collector) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.returned(this);
        }
    }

    /**
     * The applicant was asked for papers, once and in full.
     *
     * @param beforeAcceptance whether at reception, where the clock has not started
     * @param items how many papers were named
     * @param deadline until when they are awaited; null without one
     * @param count the how many-th request of this phase
     */
    record SupplementRequested(
            Instant at, Actor actor, boolean beforeAcceptance, int items, Instant deadline, int count) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.supplementRequested(this);
        }

        @Override
        public Form form(LegalRules rules) {
            return Form.SUPPLEMENT_REQUEST;
        }
    }

    /**
     * The applicant sent what had been asked for.
     *
     * @param items how many papers came
     */
    record SupplementSubmitted(Instant at, Actor actor, int items) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.supplementSubmitted(this);
        }
    }

    /**
     * The dossier is full again; the clock runs.
     *
     * @param policy how it goes on
     * @param previousDueAt null without a time limit
     */
    record SupplementCompleted(Instant at, Actor actor, ClockPolicy policy, Instant previousDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.supplementCompleted(this);
        }

        /** With the new date. */
        @Override
        public Form form(LegalRules rules) {
            return Form.RECEIPT;
        }
    }

    /**
     * The applicant was asked to pay; the clock stands still.
     *
     * @param amount in whole đồng
     * @param deadline until when it is awaited; null without one
     */
    record PaymentRequested(Instant at, Actor actor, long amount, Instant deadline) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.paymentRequested(this);
        }
    }

    /**
     * What was asked for was paid in full; the clock runs.
     *
     * @param amount in whole đồng
     * @param previousDueAt null without a time limit
     * @param gateway null where none told of it
     */
    record PaymentConfirmed(
            Instant at,
            Actor actor,
            long amount,
            PaymentMethod method,
            Instant paidAt,
            Instant previousDueAt,
            Gateway gateway)
            implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.paymentConfirmed(this);
        }
    }
    /**
     * Money that had come was given back.
     *
     * @param reason code
     * @param surplus whether it had never settled anything
     */
    record PaymentRefunded(Instant at, Actor actor, long amount, String reason, boolean surplus) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.paymentRefunded(this);
        }
    }

    /**
     * It was given to an officer, or taken by one.
     *
     * @param unit code of the officer's unit
     */
    record Assigned(Instant at, Actor actor, String unit) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.assigned(this);
        }
    }

    /**
     * A step of the workflow was done.
     *
     * @param next the step that is on now
     * @param stepDueAt until when the step that was done was due; null without a limit
     * @param nextDueAt until when the one that is on now is due; null without a limit
     */
    record StepCompleted(Instant at, Actor actor, String step, String next, Instant stepDueAt, Instant nextDueAt)
            implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.stepCompleted(this);
        }

        @Override
        public Form form(LegalRules rules) {
            return Form.CONTROL_SLIP;
        }
    }

    /**
     * Whoever received it sent it one step back.
     *
     * @param next the step that is on again
     * @param nextDueAt until when it is due again; null without a limit
     * @param reason code
     */
    record StepSentBack(Instant at, Actor actor, String step, String next, Instant nextDueAt, String reason)
            implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.stepSentBack(this);
        }

        @Override
        public Form form(LegalRules rules) {
            return Form.CONTROL_SLIP;
        }
    }

    /**
     * Whoever forwarded it took it back before it was opened.
     *
     * @param next the step that is on again
     * @param nextDueAt until when it is due again; null without a limit
     */
    record StepRecalled(Instant at, Actor actor, String step, String next, Instant nextDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.stepRecalled(this);
        }

        @Override
        public Form form(LegalRules rules) {
            return Form.CONTROL_SLIP;
        }
    }

    /**
     * The agency apologised and named a later date.
     *
     * @param reason code
     * @param lateNotice whether it was told later than the law wants it
     */
    record Extended(Instant at, Actor actor, Instant previousDueAt, String reason, boolean lateNotice) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.extended(this);
        }

        @Override
        public Form form(LegalRules rules) {
            return Form.APOLOGY;
        }
    }

    /**
     * A day was closed or opened after the date had been given.
     *
     * @param previousDueAt of the result; null if there was none
     * @param anew what is due at another time now
     */
    record DueDateChanged(Instant at, Actor actor, Instant previousDueAt, Redating anew) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.dueDateChanged(this);
        }
    }

    /**
     * Processing was stopped.
     *
     * @param reason code
     * @param resumable whether it may go on
     */
    record Stopped(Instant at, Actor actor, String reason, boolean resumable) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.stopped(this);
        }

        /** Who only waits is not refused: where the law has no notice of a stop, none goes with one that may go on. */
        @Override
        public Form form(LegalRules rules) {
            var form = rules.forms().on(at).stopForm();
            return resumable && form == Form.REFUSAL ? null : form;
        }
    }

    /**
     * What was stopped for a while goes on.
     *
     * @param previousDueAt null without a time limit
     */
    record Resumed(Instant at, Actor actor, Instant previousDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.resumed(this);
        }
    }

    /**
     * A result that had not been handed over was taken back.
     *
     * @param reason code
     * @param previousDueAt null without a time limit
     */
    record ResultRecalled(Instant at, Actor actor, String reason, Instant previousDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.resultRecalled(this);
        }
    }

    /**
     * The due date is near.
     *
     * @param warning which of the two warnings
     */
    record DueSoon(Instant at, Actor actor, Warning warning) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.dueSoon(this);
        }
    }

    /** The due date has passed. */
    record Overdue(Instant at, Actor actor) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.overdue(this);
        }
    }

    /** An online dossier was not answered in time. */
    record ReplyOverdue(Instant at, Actor actor, Instant replyDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.replyOverdue(this);
        }
    }

    /** Paper that was accepted was not forwarded in time. */
    record ForwardOverdue(Instant at, Actor actor, Instant forwardBy) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.forwardOverdue(this);
        }
    }

    /** Another agency will be asked for its part when another part is finished. */
    record LegPlanned(Instant at, Actor actor, Leg leg) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.legPlanned(this);
        }
    }

    /** Another agency was asked for its part. */
    record LegOpened(Instant at, Actor actor, Leg leg) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.legOpened(this);
        }
    }

    /** The other agency acknowledged its part. */
    record LegReceived(Instant at, Actor actor, Leg leg) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.legReceived(this);
        }
    }

    /**
     * The other agency finished its part, or declined it.
     *
     * @param reason code; null where it was done
     */
    record LegFinished(Instant at, Actor actor, Leg leg, String reason) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.legFinished(this);
        }
    }

    /**
     * The agency that answers for the dossier took a part back.
     *
     * @param reason code
     */
    record LegWithdrawn(Instant at, Actor actor, Leg leg, String reason) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.legWithdrawn(this);
        }
    }

    /** The other agency is late with its part. */
    record LegOverdue(Instant at, Actor actor, Leg leg) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.legOverdue(this);
        }
    }

    /**
     * Another agency answers from now on.
     *
     * @param fromAgency code of the one before
     */
    record Transferred(Instant at, Actor actor, String fromAgency, TransferCause cause) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.transferred(this);
        }
    }

    /**
     * A leader put a mistake right.
     *
     * @param fields what was wrong
     * @param reason code
     * @param previousDueAt null if there was none
     * @param limit of the right procedure; null where it is the same, and before acceptance
     * @param ended where it was in the workflow that it should not have been in; null where the procedure was right, or no step was on
     * @param begun the first step of the right procedure's workflow; null where none began
     */
    record Corrected(
            Instant at,
            Actor actor,
            Set<CorrectedField> fields,
            String reason,
            Instant previousDueAt,
            TimeLimit limit,
            Flow ended,
            Flow begun)
            implements Fact {
        public Corrected {
            fields = Set.copyOf(fields);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.corrected(this);
        }
    }

    /** A file came to it after it was submitted. */
    record DocumentAdded(Instant at, Actor actor, Document document) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.documentAdded(this);
        }
    }

    /** Messages and parcels go to another address from now on. */
    record RecipientChanged(Instant at, Actor actor) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.recipientChanged(this);
        }
    }

    /** Who the applicant was is known no more: whoever kept a copy erases it. */
    record RecipientErased(Instant at, Actor actor) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.recipientErased(this);
        }
    }

    /**
     * It should never have been there and counts nowhere.
     *
     * @param reason code
     */
    record Voided(Instant at, Actor actor, String reason) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.voided(this);
        }
    }

    /**
     * It is in another dossier and counts nowhere.
     *
     * @param into id of the dossier that stays
     * @param code of it
     */
    record Merged(Instant at, Actor actor, UUID into, String code) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.merged(this);
        }
    }

    /** What was imported or mirrored is live from now on. */
    record Adopted(Instant at, Actor actor, Origin previousOrigin) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.adopted(this);
        }
    }

    /**
     * The ministry's system that masters it told how it stands.
     *
     * @param word of the fact that it would be here
     * @param outcome what was decided; null before that
     * @param irregularities what could not have happened here
     */
    record Reported(Instant at, Actor actor, String word, Outcome outcome, Set<Irregularity> irregularities)
            implements Fact {
        public Reported {
            irregularities = Set.copyOf(irregularities);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.reported(this);
        }
    }

    /**
     * The applicant rated how they were served.
     *
     * @param score of the whole, 1 to 5
     * @param dimensions what was rated apart, 1 to 5 each
     */
    record Rated(Instant at, Actor actor, int score, Map<RatingDimension, Integer> dimensions) implements Fact {
        public Rated {
            dimensions = Map.copyOf(dimensions);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rated(this);
        }
    }

    /** One answer per kind of fact. */
    interface Cases<R> {
        R submitted(Submitted fact);

        R accepted(Accepted fact);

        R refused(Refused fact);

        R processingStarted(ProcessingStarted fact);

        R withdrawn(Withdrawn fact);

        R completed(Completed fact);

        R returned(Returned fact);

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

        R recipientChanged(RecipientChanged fact);

        R recipientErased(RecipientErased fact);

        R voided(Voided fact);

        R merged(Merged fact);

        R adopted(Adopted fact);

        R reported(Reported fact);

        R rated(Rated fact);

        R documentAdded(DocumentAdded fact);
    }
}
