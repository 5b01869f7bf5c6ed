package vn.motcua.dossier.casework;

import static vn.motcua.dossier.casework.StepCalls.answered;
import static vn.motcua.dossier.casework.StepCalls.present;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Roles;

/** How mistakes are put right over HTTP: by the leader, and by an officer who acts for the leader on that day. Answers as {@link DossierResource}. */
@Path("/v1/dossiers/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Amendments", description = "Mistakes put right in the open")
public class AmendmentResource {

    private final AmendmentDesk desk;
    private final StepCalls calls;

    AmendmentResource(AmendmentDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @POST
    @Path("/transfer")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.LEADER, Roles.OFFICER})
    @Operation(
            operationId = "transferDossier",
            summary = "Another agency answers from now on",
            description = "Code, dates and history stay.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "to the competent one", value = Examples.TRANSFER)))
    public Uni<RestResponse<DossierView>> transfer(@PathParam("id") String id, StepRequest.Transfer body) {
        return answered(desk.transfer(calls.order(id), present(body)));
    }

    @POST
    @Path("/correction")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.LEADER, Roles.OFFICER})
    @Operation(
            operationId = "correctDossier",
            summary = "Put right what was entered wrongly",
            description =
                    "The procedure, the way home, the owner. What was published stays; what follows from it is corrected. A result that waits for its fee does not go another way before that is paid: 422 FEES_BEFORE_ANOTHER_WAY.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "wrong procedure", value = Examples.CORRECTION)))
    public Uni<RestResponse<DossierView>> correct(@PathParam("id") String id, StepRequest.Correction body) {
        return answered(desk.correct(calls.order(id), present(body)));
    }

    @POST
    @Path("/recipient-change")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.CITIZEN, Roles.RECEPTION, Roles.LEADER, Roles.OFFICER})
    @Operation(operationId = "changeRecipient", summary = "The same person is reached elsewhere")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "new number", value = Examples.RECIPIENT)))
    public Uni<RestResponse<DossierView>> readdress(@PathParam("id") String id, StepRequest.Recipient body) {
        return answered(desk.readdress(calls.order(id), present(body)));
    }

    @POST
    @Path("/voiding")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.LEADER, Roles.OFFICER})
    @Operation(
            operationId = "voidDossier",
            summary = "Close what should never have been there",
            description = "It counts nowhere from now on.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "by error", value = Examples.VOIDING)))
    public Uni<RestResponse<DossierView>> setAside(@PathParam("id") String id, StepRequest.Reasoned body) {
        return answered(desk.setAside(calls.order(id), present(body)));
    }

    @POST
    @Path("/merger")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.LEADER, Roles.OFFICER})
    @Operation(
            operationId = "mergeDossier",
            summary = "Close what is in another dossier",
            description = "Of the same agency and procedure; the other one stays.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "entered twice", value = Examples.MERGER)))
    public Uni<RestResponse<DossierView>> merge(@PathParam("id") String id, StepRequest.Merger body) {
        return answered(desk.merge(calls.order(id), present(body)));
    }

    @POST
    @Path("/adoption")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.RECEPTION, Roles.OFFICER, Roles.LEADER})
    @Operation(
            operationId = "adoptDossier",
            summary = "What was imported or mirrored becomes live",
            description =
                    "From now on it is processed here and the applicant is told. A date that was promised elsewhere stands. What a ministry's"
                            + " system did not say when it happened counts as having happened when that was told.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "adopt", value = Examples.TAKEN)))
    public Uni<RestResponse<DossierView>> adopt(@PathParam("id") String id, StepRequest.Taken body) {
        return answered(desk.adopt(calls.order(id), present(body)));
    }
}
