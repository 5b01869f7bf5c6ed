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

/** How a dossier is moved about inside an agency over HTTP. Answers as {@link DossierResource}. */
@Path("/v1/dossiers/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processing", description = "Inside an agency: who has a dossier, its workflow, its time")
public class ProcessingResource {

    private final ProcessingDesk desk;
    private final StepCalls calls;

    ProcessingResource(ProcessingDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @POST
    @Path("/assignment")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.RECEPTION})
    @Operation(
            operationId = "assignDossier",
            summary = "Take a dossier, or give it to an officer",
            description = "Without an officer the caller takes it; only the leader gives it to others.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "take it", value = Examples.TAKEN)))
    public Uni<RestResponse<DossierView>> assign(@PathParam("id") String id, StepRequest.Assignment body) {
        return answered(desk.assign(calls.order(id), present(body)));
    }

    @POST
    @Path("/forwarding")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.RECEPTION})
    @Operation(
            operationId = "forwardDossier",
            summary = "The step that is on is done: on to the next",
            description = "In the role of the step that is on.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "done", value = Examples.TAKEN)))
    public Uni<RestResponse<DossierView>> forward(@PathParam("id") String id, StepRequest.Taken body) {
        return answered(desk.forward(calls.order(id), present(body)));
    }

    @POST
    @Path("/sending-back")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.RECEPTION})
    @Operation(operationId = "sendBackDossier", summary = "Back to the step before, with the reason")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "incomplete", value = Examples.SENDING_BACK)))
    public Uni<RestResponse<DossierView>> sendBack(@PathParam("id") String id, StepRequest.Reasoned body) {
        return answered(desk.sendBack(calls.order(id), present(body)));
    }

    @POST
    @Path("/recall")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.RECEPTION})
    @Operation(operationId = "recallDossier", summary = "Take back what was forwarded, as long as nobody has opened it")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "too early", value = Examples.TAKEN)))
    public Uni<RestResponse<DossierView>> recall(@PathParam("id") String id, StepRequest.Taken body) {
        return answered(desk.recall(calls.order(id), present(body)));
    }

    @POST
    @Path("/extension")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.LEADER, Roles.OFFICER})
    @Operation(
            operationId = "extendDossier",
            summary = "Apologise and promise a later date",
            description =
                    "As often as the legal profile of the dossier allows: once. The law wants it at least a day before the present date; told later, it is taken all the same, and `extension.lateNotice` says so.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "one week more", value = Examples.EXTENSION),
                                @ExampleObject(name = "as the officer proposed", value = Examples.DECIDES_PROPOSAL)
                            }))
    public Uni<RestResponse<DossierView>> extend(@PathParam("id") String id, StepRequest.Extension body) {
        return answered(desk.extend(calls.order(id), present(body)));
    }

    @POST
    @Path("/stop")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.LEADER, Roles.RECEPTION, Roles.OFFICER})
    @Operation(
            operationId = "stopDossier",
            summary = "Stop processing, for good or for a while",
            description =
                    "The leader on legal grounds; reception or the officer where papers or a payment have not come in time.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "a court decides", value = Examples.STOP),
                                @ExampleObject(name = "as the officer proposed", value = Examples.DECIDES_PROPOSAL)
                            }))
    public Uni<RestResponse<DossierView>> stop(@PathParam("id") String id, StepRequest.Stop body) {
        return answered(desk.stop(calls.order(id), present(body)));
    }

    @POST
    @Path("/resumption")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.LEADER, Roles.OFFICER})
    @Operation(operationId = "resumeDossier", summary = "What was stopped for a while goes on")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "goes on", value = Examples.TAKEN)))
    public Uni<RestResponse<DossierView>> resume(@PathParam("id") String id, StepRequest.Taken body) {
        return answered(desk.resume(calls.order(id), present(body)));
    }

    @POST
    @Path("/result-recall")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.LEADER, Roles.OFFICER})
    @Operation(
            operationId = "recallResult",
            summary = "Take back a wrong result that was not handed over; the clock goes on",
            description =
                    "409 RESULT_OPENED once the applicant has opened the electronic result, or it was used in another dossier.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "wrong", value = Examples.RESULT_RECALL)))
    public Uni<RestResponse<DossierView>> recallResult(@PathParam("id") String id, StepRequest.Reasoned body) {
        return answered(desk.recallResult(calls.order(id), present(body)));
    }
}
