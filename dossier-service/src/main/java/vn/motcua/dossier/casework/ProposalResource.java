package vn.motcua.dossier.casework;

import static vn.motcua.dossier.casework.StepCalls.answered;
import static vn.motcua.dossier.casework.StepCalls.present;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Roles;

/**
 * How a dossier that is closed is put right, by two leaders. 201 for a proposal, 200; 403; 404 without such a proposal; 409 where the dossier is
 * open, another proposal awaits its decision, this one was decided, or the proposer confirms; else as {@link DossierResource}.
 */
@Path("/v1/dossiers/{id}/correction-proposals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.LEADER, Roles.OFFICER})
@Tag(name = "Amendments")
public class ProposalResource {

    private final ProposalDesk desk;
    private final StepCalls calls;

    ProposalResource(ProposalDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * A correction that a leader proposed.
     *
     * @param outcome absent while it awaits its decision
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CorrectionProposal")
    public record ProposalView(
            int number,
            StepRequest.Correction correction,
            String proposedBy,
            Instant proposedAt,
            @Schema(enumeration = {"CONFIRMED", "REJECTED"}) String outcome,
            String decidedBy,
            Instant decidedAt) {
        static ProposalView of(Proposal proposal) {
            return new ProposalView(
                    proposal.number(),
                    proposal.asked(),
                    proposal.proposedBy(),
                    proposal.proposedAt(),
                    proposal.outcome() == null ? null : proposal.outcome().name(),
                    proposal.decidedBy(),
                    proposal.decidedAt());
        }
    }

    /** The newest first, at most 100. */
    @Schema(name = "CorrectionProposals")
    public record ProposalsView(List<ProposalView> items) {}

    @GET
    @Operation(operationId = "listCorrectionProposals", summary = "What was proposed to be put right")
    public Uni<ProposalsView> list(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        return desk.list(StepCalls.dossierId(id), Parties.of(calls.caller()))
                .map(all -> new ProposalsView(all.stream().map(ProposalView::of).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @IfMatchRequired
    @Operation(
            operationId = "proposeCorrection",
            summary = "Propose to put a closed dossier right",
            description = "Nothing changes until another leader confirms.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "wrong procedure", value = Examples.CORRECTION)))
    public Uni<RestResponse<ProposalView>> propose(@PathParam("id") String id, StepRequest.Correction body) {
        return desk.propose(calls.order(id), present(body))
                .map(proposal -> RestResponse.ResponseBuilder.<ProposalView>create(RestResponse.Status.CREATED)
                        .entity(ProposalView.of(proposal))
                        .header(
                                HttpHeaders.LOCATION,
                                "/v1/dossiers/" + id + "/correction-proposals/" + proposal.number())
                        .build());
    }

    @POST
    @Path("/{number}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @IfMatchRequired
    @Operation(
            operationId = "confirmCorrection",
            summary = "Confirm what another leader proposed",
            description = "The dossier is corrected and stays closed.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "confirmed", value = Examples.TAKEN)))
    public Uni<RestResponse<DossierView>> confirm(
            @PathParam("id") String id, @PathParam("number") int number, StepRequest.Taken body) {
        return answered(desk.confirm(calls.order(id), number, present(body)));
    }

    @POST
    @Path("/{number}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @IfMatchRequired
    @Operation(
            operationId = "rejectCorrection",
            summary = "Take a proposal off the table",
            description = "Nothing changes.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "rejected", value = Examples.TAKEN)))
    public Uni<ProposalView> reject(
            @PathParam("id") String id, @PathParam("number") int number, StepRequest.Taken body) {
        return desk.reject(calls.order(id), number, present(body)).map(ProposalView::of);
    }
}
