package vn.motcua.dossier.casework;

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
 * What the officer of an open dossier proposes to the one-stop shop and the leader. 201 for a proposal, 200; 403; 404 without such a proposal; 409
 * where the step could not be taken, another of the kind awaits its decision, or this one was decided; else as {@link DossierResource}.
 */
@Path("/v1/dossiers/{id}/proposals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OFFICER, Roles.LEADER, Roles.RECEPTION})
@Tag(name = "Proposals", description = "What an officer proposes and the one-stop shop or the leader decides")
public class DraftingResource {

    private final DraftingDesk desk;
    private final StepCalls calls;

    DraftingResource(DraftingDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * What an officer proposed.
     *
     * @param outcome absent while it awaits its decision
     * @param decisionNote why it was rejected; absent where nobody said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Proposal")
    public record DraftView(
            int number,
            StepRequest.Proposing proposal,
            String proposedBy,
            Instant proposedAt,
            @Schema(enumeration = {"CONFIRMED", "REJECTED"}) String outcome,
            String decidedBy,
            Instant decidedAt,
            String decisionNote) {
        static DraftView of(Proposal proposal) {
            return new DraftView(
                    proposal.number(),
                    proposal.draft(),
                    proposal.proposedBy(),
                    proposal.proposedAt(),
                    proposal.outcome() == null ? null : proposal.outcome().name(),
                    proposal.decidedBy(),
                    proposal.decidedAt(),
                    proposal.decisionNote());
        }
    }

    /** The newest first, at most 100. */
    @Schema(name = "Proposals")
    public record DraftsView(List<DraftView> items) {}

    @GET
    @Operation(
            operationId = "listProposals",
            summary = "What the officer proposed",
            description = "Corrections of closed dossiers stand apart.")
    public Uni<DraftsView> list(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        return desk.list(StepCalls.dossierId(id), Parties.of(calls.caller()))
                .map(all -> new DraftsView(all.stream().map(DraftView::of).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed(Roles.OFFICER)
    @Operation(
            operationId = "propose",
            summary = "Propose papers to ask for, a stop or a later date",
            description =
                    "By the officer who has the dossier. Nothing changes until the step that names the proposal is taken: a request for papers by the one-stop shop or the leader, a stop or an extension by the leader. While a later date awaits its decision the dossier cannot be completed. One of a kind awaits its decision at a time.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "papers", value = Examples.PROPOSED_PAPERS),
                                @ExampleObject(name = "a stop", value = Examples.PROPOSED_STOP),
                                @ExampleObject(name = "a later date", value = Examples.PROPOSED_EXTENSION)
                            }))
    public Uni<RestResponse<DraftView>> propose(@PathParam("id") String id, StepRequest.Proposing body) {
        return desk.propose(calls.order(id), present(body))
                .map(proposal -> RestResponse.ResponseBuilder.<DraftView>create(RestResponse.Status.CREATED)
                        .entity(DraftView.of(proposal))
                        .header(HttpHeaders.LOCATION, "/v1/dossiers/" + id + "/proposals/" + proposal.number())
                        .build());
    }

    @POST
    @Path("/{number}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @IfMatchRequired
    @Operation(
            operationId = "rejectProposal",
            summary = "Do not do what was proposed",
            description = "By who decides it, who says why in the note, or by who proposed it. Nothing changes.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "rejected", value = Examples.TAKEN)))
    public Uni<DraftView> reject(@PathParam("id") String id, @PathParam("number") int number, StepRequest.Taken body) {
        return desk.reject(calls.order(id), number, present(body)).map(DraftView::of);
    }
}
