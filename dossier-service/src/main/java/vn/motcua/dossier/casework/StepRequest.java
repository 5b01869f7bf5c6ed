package vn.motcua.dossier.casework;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.casework.OpeningRequest.ApplicantRequest;
import vn.motcua.dossier.casework.OpeningRequest.AuthorisedPersonRequest;
import vn.motcua.dossier.casework.OpeningRequest.PaperRequest;
import vn.motcua.dossier.casework.OpeningRequest.ReliefRequest;
import vn.motcua.dossier.lifecycle.Collector;
import vn.motcua.dossier.lifecycle.Leg;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.PaymentMethod;
import vn.motcua.dossier.lifecycle.RatingDimension;
import vn.motcua.dossier.lifecycle.ReturnMethod;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.lifecycle.TransferCause;
import vn.motcua.dossier.lifecycle.Via;

/** The bodies of steps. Every {@code note} is the officer's remark, at most 2,000 characters, kept beside the event and never published. */
public final class StepRequest {

    private StepRequest() {}

    /** For steps that say no more than that they are taken. */
    @Schema(name = "StepTaken")
    public record Taken(@Schema(maxLength = 2000) String note) {}

    /** @param reason code of a reason for refusals */
    @Schema(name = "Refusal")
    public record Refusal(
            @Schema(examples = "\"NOT_COMPETENT\"") String reason,
            @Schema(maxLength = 2000) String note) {}

    /**
     * The decision.
     *
     * @param resultReference number of the result document, at most 100 characters; obligatory where granted
     * @param reason code of a reason for denials; obligatory where denied
     */
    @Schema(name = "Completion")
    public record Completion(
            Outcome outcome,
            @Schema(maxLength = 100) String resultReference,
            String reason,
            @Schema(maxLength = 2000) String note) {}

    /**
     * Hands the result over.
     *
     * @param identityChecked must be true: whoever gets it showed who they are
     * @param collectedBy whom it is handed to; at the counter only, where it has to be said if the dossier names an authorised person
     * @param authorisationChecked must be true where the authorised person collects it: their paper was looked at
     * @param originalsReturned must be true at the counter where originals were taken in: they were given back with it
     */
    @Schema(name = "ResultReturn")
    public record Return(
            Via via,
            Boolean identityChecked,
            Collector collectedBy,
            Boolean authorisationChecked,
            Boolean originalsReturned,
            @Schema(maxLength = 2000) String note) {}

    /**
     * Takes a dossier back.
     *
     * @param reason code of a reason for withdrawals; optional
     * @param originalsReturned must be true where the agency confirms it and originals were taken in over the counter: they were given back
     */
    @Schema(name = "Withdrawal")
    public record Withdrawal(
            String reason,
            Boolean originalsReturned,
            @Schema(maxLength = 2000) String note) {}

    /**
     * Asks the applicant for papers, once and in full.
     *
     * @param missing codes of the procedure's components, or what else is missing in words; 1 to 50
     * @param deadline the last day on which they may come; absent: as the rules say
     * @param legalBasis why they are asked for once more or later than the law has it; at most 500 characters
     * @param proposal number of the officer's proposal that is decided with it; what is absent is as it was proposed
     */
    @Schema(name = "SupplementRequest")
    public record Supplementing(
            @Schema(minItems = 1, maxItems = 50) List<String> missing,
            LocalDate deadline,
            @Schema(maxLength = 500) String legalBasis,
            @Schema(minimum = "1") Integer proposal,
            @Schema(maxLength = 2000) String note) {}

    /** What an officer can propose. */
    public enum Proposable {
        SUPPLEMENT(Step.SUPPLEMENT_REQUEST),
        STOP(Step.STOP),
        EXTENSION(Step.EXTENSION);

        private final Step step;

        Proposable(Step step) {
            this.step = step;
        }

        /** The step that decides it. */
        Step step() {
            return step;
        }
    }

    /**
     * What an officer proposes: papers to ask for, a stop or a later date, with what that step needs.
     *
     * @param missing as in a request for papers
     * @param deadline as in a request for papers
     * @param legalBasis as in a request for papers
     * @param reason code of a reason for stops, or for extensions
     * @param resumable as in a stop
     * @param dueAt as in an extension
     */
    @Schema(name = "Proposing")
    public record Proposing(
            Proposable kind,
            @Schema(minItems = 1, maxItems = 50) List<String> missing,
            LocalDate deadline,
            @Schema(maxLength = 500) String legalBasis,
            String reason,
            Boolean resumable,
            OffsetDateTime dueAt,
            @Schema(maxLength = 2000) String note) {}

    /** @param components the papers that are sent, 1 to 50 */
    @Schema(name = "Supplement")
    public record Supplement(
            @Schema(minItems = 1, maxItems = 50) List<PaperRequest> components) {
        @Override
        public String toString() {
            return "Supplement[…]";
        }
    }

    /**
     * Asks the applicant to pay.
     *
     * @param amount in whole đồng, from 1: all that is still to be paid, or something more where nothing is; absent: what is still to be paid
     * @param deadline the last day on which it may come; absent: as the rules say
     * @param reliefs why they pay less than the tariff has it
     */
    @Schema(name = "PaymentRequest")
    public record Paying(
            @Schema(minimum = "1") Long amount,
            LocalDate deadline,
            @Schema(maxItems = 20) List<ReliefRequest> reliefs,
            @Schema(maxLength = 2000) String note) {}

    /**
     * A payment that came.
     *
     * @param reference number of the receipt or of the transfer, at most 100 characters; no other payment has it
     * @param amount in whole đồng; all that was asked for, or all that is still to be paid
     * @param paidAt absent: now
     */
    @Schema(name = "Payment")
    public record Payment(
            @Schema(maxLength = 100) String reference,
            @Schema(minimum = "1") Long amount,
            PaymentMethod method,
            OffsetDateTime paidAt,
            @Schema(maxLength = 2000) String note) {}

    /** @param officer account of the officer who is to have it; absent: the caller takes it */
    @Schema(name = "Assignment")
    public record Assignment(
            @Schema(maxLength = 200) String officer,
            @Schema(maxLength = 2000) String note) {}

    /** For steps that need a reason. @param reason code of a reason for this step */
    @Schema(name = "StepWithReason")
    public record Reasoned(
            String reason, @Schema(maxLength = 2000) String note) {}

    /**
     * Promises a later date.
     *
     * @param dueAt the new date, later than the present one
     * @param reason code of a reason for extensions
     * @param proposal number of the officer's proposal that is decided with it; what is absent is as it was proposed
     */
    @Schema(name = "Extension")
    public record Extension(
            OffsetDateTime dueAt,
            String reason,
            @Schema(minimum = "1") Integer proposal,
            @Schema(maxLength = 2000) String note) {}

    /**
     * Stops processing.
     *
     * @param reason code of a reason for stops; absent where a deadline that has passed says it all
     * @param resumable whether it may go on later
     * @param proposal number of the officer's proposal that is decided with it; what is absent is as it was proposed
     */
    @Schema(name = "Stop")
    public record Stop(
            String reason,
            Boolean resumable,
            @Schema(minimum = "1") Integer proposal,
            @Schema(maxLength = 2000) String note) {}

    /**
     * Asks another agency for its part.
     *
     * @param agency code of the other agency
     * @param task what it is to do; kept for who has the dossier and the part, never published
     * @param limit how long it may take
     * @param paper whether it goes on paper: its limit runs from receipt; absent: electronically, from now
     * @param after number of the part that has to be finished first; absent: at once
     */
    @Schema(name = "LegOpening")
    public record Part(
            String agency,
            @Schema(maxLength = 2000) String task,
            Limit limit,
            Boolean paper,
            @Schema(minimum = "1") Integer after,
            @Schema(maxLength = 2000) String note) {

        /** @param amount 1 to 1000; 0 for NONE */
        @Schema(name = "LegLimit")
        public record Limit(Integer amount, LimitUnit unit) {}
    }

    /**
     * @param outcome how the part ended
     * @param reason code of a reason for declining where it is declined, for delays where it is done late; else absent
     */
    @Schema(name = "LegCompletion")
    public record PartDone(
            Leg.Outcome outcome,
            String reason,
            @Schema(maxLength = 2000) String note) {}

    /** @param agency code of the agency that answers from now on */
    @Schema(name = "Transfer")
    public record Transfer(
            String agency,
            TransferCause cause,
            @Schema(maxLength = 2000) String note) {}

    /**
     * What was entered wrongly, as it should be; what is absent was right.
     *
     * @param procedure national id
     * @param applicant the owner in truth
     * @param citizen opaque id of the owner's account; taken with {@code applicant} only
     * @param authorisedPerson who acts for the owner in truth; stays if absent, also where the owner was another
     * @param withoutAuthorisedPerson true where nobody was authorised in truth
     * @param reason code of a reason for corrections
     */
    @Schema(name = "Correction")
    public record Correction(
            String procedure,
            ReturnMethod returnMethod,
            ApplicantRequest applicant,
            @Schema(maxLength = 200) String citizen,
            AuthorisedPersonRequest authorisedPerson,
            Boolean withoutAuthorisedPerson,
            String reason,
            @Schema(maxLength = 2000) String note) {
        @Override
        public String toString() {
            return "Correction[…]";
        }
    }

    /**
     * The same people as they can be reached now; who is absent stays as they were.
     *
     * @param authorisedPerson also the first whom the owner authorises
     */
    @Schema(name = "RecipientChange")
    public record Recipient(
            ApplicantRequest applicant,
            AuthorisedPersonRequest authorisedPerson,
            @Schema(maxLength = 2000) String note) {
        @Override
        public String toString() {
            return "Recipient[…]";
        }
    }

    /**
     * How the applicant was served.
     *
     * @param score of the whole: 1 very dissatisfied, 5 very satisfied
     * @param dimensions what is rated apart; may be absent
     * @param comment in the applicant's words; for the agency only
     */
    @Schema(name = "Rating")
    public record Rating(
            @Schema(minimum = "1", maximum = "5") Integer score,
            Map<RatingDimension, Integer> dimensions,
            @Schema(maxLength = 2000) String comment) {
        @Override
        public String toString() {
            return "Rating[…]";
        }
    }

    /**
     * The same by who has no account.
     *
     * @param ratingCode as it stands on the receipt; case, spaces, hyphens and look-alikes (O for 0, I and L for 1) do not matter
     */
    @Schema(name = "RatingByCode")
    public record RatingByCode(
            @Schema(examples = "\"7K2QX-94MTD\"") String ratingCode,
            @Schema(minimum = "1", maximum = "5") Integer score,
            Map<RatingDimension, Integer> dimensions,
            @Schema(maxLength = 2000) String comment) {

        Rating rating() {
            return new Rating(score, dimensions, comment);
        }

        @Override
        public String toString() {
            return "RatingByCode[…]";
        }
    }

    /** @param into code of the dossier that stays */
    @Schema(name = "Merger")
    public record Merger(
            @Schema(examples = "\"H03.01-220608-0002\"") String into,
            @Schema(maxLength = 2000) String note) {}
}
