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

/** How other agencies are asked for their parts over HTTP, and answer. Answers as {@link DossierResource}. */
@Path("/v1/dossiers/{id}/legs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parts", description = "Interlinked processing: what other agencies do")
public class PartsResource {

    private final PartsDesk desk;
    private final StepCalls calls;

    PartsResource(PartsDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @POST
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.OFFICER, Roles.LEADER})
    @Operation(
            operationId = "openLeg",
            summary = "Ask another agency for its part",
            description =
                    "At once, or when another part is finished. Its limit runs from now, or where it goes on paper from receipt.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "one agency", value = Examples.LEG),
                                @ExampleObject(name = "on paper", value = Examples.LEG_ON_PAPER)
                            }))
    public Uni<RestResponse<DossierView>> ask(@PathParam("id") String id, StepRequest.Part body) {
        return answered(desk.ask(calls.order(id), present(body)));
    }

    @POST
    @Path("/{number}/receipt")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.RECEPTION})
    @Operation(
            operationId = "receiveLeg",
            summary = "Acknowledge that the part has arrived",
            description = "By the agency that has the part.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "arrived", value = Examples.TAKEN)))
    public Uni<RestResponse<DossierView>> receive(
            @PathParam("id") String id, @PathParam("number") int number, StepRequest.Taken body) {
        return answered(desk.receive(calls.order(id), number, present(body)));
    }

    @POST
    @Path("/{number}/completion")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.OFFICER, Roles.LEADER})
    @Operation(
            operationId = "completeLeg",
            summary = "Finish the part",
            description = "By the agency that has the part. Declining needs a reason, and so does being late.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "done", value = Examples.LEG_DONE),
                                @ExampleObject(name = "done late", value = Examples.LEG_DONE_LATE),
                                @ExampleObject(name = "declined", value = Examples.LEG_DECLINED)
                            }))
    public Uni<RestResponse<DossierView>> finish(
            @PathParam("id") String id, @PathParam("number") int number, StepRequest.PartDone body) {
        return answered(desk.finish(calls.order(id), number, present(body)));
    }

    @POST
    @Path("/{number}/withdrawal")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.OFFICER, Roles.LEADER})
    @Operation(
            operationId = "withdrawLeg",
            summary = "Take the part back",
            description = "By the agency that answers for the dossier. Nobody waits for the part any more.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "not needed", value = Examples.LEG_WITHDRAWAL)))
    public Uni<RestResponse<DossierView>> withdraw(
            @PathParam("id") String id, @PathParam("number") int number, StepRequest.Reasoned body) {
        return answered(desk.withdraw(calls.order(id), number, present(body)));
    }
}
