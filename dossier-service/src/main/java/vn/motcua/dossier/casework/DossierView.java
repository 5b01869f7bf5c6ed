package vn.motcua.dossier.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.lifecycle.Bill;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.lifecycle.Leg;
import vn.motcua.dossier.lifecycle.Origin;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.Pause;
import vn.motcua.dossier.lifecycle.PaymentState;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/**
 * A dossier as a caller sees it; what is not there yet, and what they may not see, is left out. Instants in UTC.
 *
 * @param sequence of the last event
 * @param receivingOneStop the agency whose one-stop shop took it in on behalf of {@code agency}, and hands the result out; absent where its own did
 * @param pausedSince since when the clock stands still; absent while it runs
 * @param forwardBy until when paper that was accepted has to be with whoever processes it; for officials only, absent once it was forwarded
 * @param extension that a later date was promised; absent otherwise
 * @param voidedAt when it was set aside as never to have been there
 * @param destroyedAt when everything but its history was destroyed by order
 * @param awaiting what it waits for
 * @param fees what it costs and what was paid of it; absent where it costs nothing
 * @param handledBy the officer who has it, as the staff list names them; for the applicant only, absent while nobody has taken it and where the list does not
 *     know them
 * @param workflow where it is in its procedure's workflow; for officials only
 * @param legs what other agencies do of it; for officials only
 * @param reason code of why it was refused, denied or stopped
 * @param applicant the owner; only for those who may know
 * @param authorisedPerson who acts for the owner; only for those who may know
 * @param nextSteps what this caller may do next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Dossier")
public record DossierView(
        UUID id,
        String code,
        DossierStatus status,
        long sequence,
        ProcedureView procedure,
        AgencyView agency,
        AgencyView receivingOneStop,
        Channel channel,
        ReturnMethod returnMethod,
        Origin origin,
        Instant submittedAt,
        Instant replyDueAt,
        Instant acceptedAt,
        Instant dueAt,
        Instant originalDueAt,
        Instant pausedSince,
        Instant completedAt,
        Instant endedAt,
        Instant returnedAt,
        Instant voidedAt,
        Instant destroyedAt,
        Instant forwardBy,
        ExtensionView extension,
        AwaitingView awaiting,
        FeesView fees,
        HandledByView handledBy,
        WorkflowView workflow,
        List<LegView> legs,
        Outcome outcome,
        String reason,
        String resultReference,
        Applicant applicant,
        AuthorisedPerson authorisedPerson,
        List<Paper> components,
        List<NextStep> nextSteps) {

    /**
     * The later date, {@code dueAt}, that was promised.
     *
     * @param times how often
     * @param lateNotice whether the last one was told later than the law wants it
     * @param form of the apology
     */
    @Schema(name = "ExtensionOfDossier")
    public record ExtensionView(int times, boolean lateNotice, FormView form) {}

    /**
     * A form that goes with a step.
     *
     * @param number in the act
     * @param act that lays it down: {@code 01/2018/TT-VPCP}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FormOfDossier")
    public record FormView(Form form, String number, String act) {}

    /** @param name in Vietnamese, official */
    @Schema(name = "ProcedureOfDossier")
    public record ProcedureView(String code, int version, String name, String sector) {}

    /** @param name in Vietnamese, official */
    @Schema(name = "AgencyOfDossier")
    public record AgencyView(String code, String name) {}

    /**
     * What a dossier waits for.
     *
     * @param deadline until when it has to come; absent without one
     * @param amount in whole đồng, of a payment
     * @param missing papers: codes of the procedure's components, or words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Awaiting")
    public record AwaitingView(Pause.Cause cause, Instant since, Instant deadline, Long amount, List<String> missing) {}

    /**
     * What a dossier costs; amounts in whole đồng.
     *
     * @param state absent where nothing has to be paid
     * @param timing when it is paid; EXEMPT where this applicant pays nothing
     * @param paid also where it was given back later
     * @param refundDue what was paid and is due back because the dossier ended without a result
     * @param request reference under which what is outstanding can be paid online now; absent without one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeesOfDossier")
    public record FeesView(
            PaymentState state,
            Bill.Timing timing,
            long total,
            long paid,
            long outstanding,
            long refunded,
            long refundDue,
            String request,
            List<FeeLineView> lines) {}

    /**
     * One fee.
     *
     * @param name in Vietnamese, official; absent for what was noticed in the course of processing
     * @param amount as the tariff has it
     * @param reduction what of it this applicant need not pay, for the reason {@code relief}
     * @param paid whether it was paid
     * @param refunded whether what was paid was given back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeeLineOfDossier")
    public record FeeLineView(
            String code,
            String name,
            Bill.Kind kind,
            Bill.Timing timing,
            long amount,
            long reduction,
            String relief,
            boolean paid,
            boolean refunded) {}

    /**
     * The officer who deals with a dossier. Source: Decree 224/2026/NĐ-CP, art. 15 §1 (g).
     *
     * @param position as the province calls it, in Vietnamese
     * @param agency that they belong to; the dossier's, or one above it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HandledBy")
    public record HandledByView(String name, String position, AgencyView agency) {}

    /**
     * @param dueAt until when the step that is on is due; absent without a limit
     * @param signedAt when a leader signed the result that is being issued; absent before that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WorkflowPlace")
    public record WorkflowView(String step, Instant dueAt, boolean opened, String officer, Instant signedAt) {}

    /**
     * @param after number of the part that it waits for, or goes on with where another agency took over
     * @param task what the agency was asked to do; absent where nobody said
     * @param paper whether it goes on paper
     * @param dueAt absent without a limit, and on paper until it is received
     * @param acknowledgeBy until when what went on paper should have been acknowledged; absent once it was, and where it goes electronically
     * @param reason code of why it was declined, or done late
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Leg")
    public record LegView(
            int number,
            AgencyView agency,
            Integer after,
            String task,
            boolean paper,
            Instant openedAt,
            Instant dueAt,
            Instant acknowledgeBy,
            Instant receivedAt,
            Instant finishedAt,
            Leg.Outcome outcome,
            String reason) {}

    /** A step as a link. */
    @Schema(name = "NextStep")
    public record NextStep(String step, String method, String href) {}

    @Override
    public String toString() {
        return "DossierView[" + code + ", " + status + ", …]";
    }
}
