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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Roles;

/**
 * Dossiers over HTTP: what moves them.
 *
 * <ul>
 *   <li>201 with {@code Location} when one was brought in, 200 when a step was taken; {@code ETag} for the next step
 *   <li>400 malformed, unknown field, wrong type, no {@code Idempotency-Key}; 401 no token; 403 not this caller's
 *   <li>404 no such dossier; 409 barred as it stands; 412 somebody was quicker; 413, 415
 *   <li>422 unknown code, rule violated, key used for another request; 428 no {@code If-Match}
 *   <li>503 the year's calendar is missing (acceptance only), or the day's codes are used up
 * </ul>
 */
@Path("/v1/dossiers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Steps", description = "Bringing dossiers in and moving them on")
public class DossierResource {

    private final DossierDesk desk;
    private final StepCalls calls;

    DossierResource(DossierDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @POST
    @IdempotencyKey
    @RolesAllowed({Roles.CITIZEN, Roles.RECEPTION})
    @Operation(
            operationId = "openDossier",
            summary = "Bring a dossier in",
            description =
                    "Online by the citizen, without decision; at the counter or by post by the one-stop officer, who accepts or refuses, also on behalf of another agency where the province said so."
                            + " What is refused there as INCOMPLETE names in missing what is to be brought, and the applicant gets the request for papers instead of the refusal.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "online", value = Examples.ONLINE),
                                @ExampleObject(name = "online with files", value = Examples.WITH_FILES),
                                @ExampleObject(name = "accepted at the counter", value = Examples.COUNTER),
                                @ExampleObject(name = "on behalf of another agency", value = Examples.FOR_ANOTHER),
                                @ExampleObject(name = "refused at the counter", value = Examples.REFUSED),
                                @ExampleObject(name = "incomplete at the counter", value = Examples.INCOMPLETE)
                            }))
    public Uni<RestResponse<DossierView>> open(OpeningRequest body) {
        var caller = calls.caller();
        return desk.open(present(body), Parties.of(caller), calls.provenance(caller))
                .map(answer -> RestResponse.ResponseBuilder.<DossierView>create(RestResponse.Status.CREATED)
                        .entity(answer.view())
                        .header(
                                HttpHeaders.LOCATION,
                                "/v1/dossiers/" + answer.view().id())
                        .tag(ETags.of(answer.tag()))
                        .build());
    }

    @POST
    @Path("/{id}/acceptance")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed(Roles.RECEPTION)
    @Operation(
            operationId = "acceptDossier",
            summary = "Take an online dossier in; the time limit starts",
            description =
                    "Limit, workflow and what is still to be paid are those of the procedure's version in force at the acceptance."
                            + " 409 NO_LONGER_COMPETENT where the agency is not competent by it, or the procedure or agency has ended since the submission.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "acceptance", value = Examples.TAKEN)))
    public Uni<RestResponse<DossierView>> accept(@PathParam("id") String id, StepRequest.Taken body) {
        return answered(desk.accept(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/refusal")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed(Roles.RECEPTION)
    @Operation(operationId = "refuseDossier", summary = "Do not take an online dossier in, with the reason")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "refusal", value = Examples.REFUSAL)))
    public Uni<RestResponse<DossierView>> refuse(@PathParam("id") String id, StepRequest.Refusal body) {
        return answered(desk.refuse(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/processing")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.RECEPTION, Roles.OFFICER})
    @Operation(
            operationId = "processDossier",
            summary = "Forward a dossier for processing, or take it",
            description = "An officer takes it for themselves; reception forwards it to the agency's officers.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "processing", value = Examples.TAKEN)))
    public Uni<RestResponse<DossierView>> begin(@PathParam("id") String id, StepRequest.Taken body) {
        return answered(desk.begin(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.CITIZEN, Roles.RECEPTION, Roles.OFFICER})
    @Operation(
            operationId = "withdrawDossier",
            summary = "Take a dossier back",
            description =
                    "The citizen before acceptance; afterwards they ask, and reception or the officer confirms. The reason is optional."
                            + " 409 ORIGINALS_NOT_RETURNED where originals were taken in over the counter and nobody says that they were given back.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "withdrawal", value = Examples.WITHDRAWAL),
                                @ExampleObject(name = "with originals", value = Examples.WITHDRAWAL_WITH_ORIGINALS)
                            }))
    public Uni<RestResponse<DossierView>> withdraw(@PathParam("id") String id, StepRequest.Withdrawal body) {
        return answered(desk.withdraw(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/completion")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.LEADER, Roles.RECEPTION, Roles.OFFICER, Roles.CLERK})
    @Operation(
            operationId = "completeDossier",
            summary = "Decide: grant or deny; the time limit ends",
            description =
                    "The leader who signs. Where the clerk or the one-stop shop has a step after the signature, the leader signs by forwarding, and who has the last step completes. For procedures with an immediate result also reception and officers."
                            + " 409 RESULT_FILE_MISSING where an electronic result is granted without its file, FEES_BEFORE_SENDING where what is granted would go by post or online with fees still to be paid; a denial waits for neither.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "granted", value = Examples.GRANTED),
                                @ExampleObject(name = "denied", value = Examples.DENIED)
                            }))
    public Uni<RestResponse<DossierView>> complete(@PathParam("id") String id, StepRequest.Completion body) {
        return answered(desk.complete(calls.order(id), present(body)));
    }

    @POST
    @Path("/{id}/return")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.RECEPTION, Roles.CITIZEN, Roles.SYSTEM})
    @Operation(
            operationId = "returnResult",
            summary = "Hand the result over",
            description =
                    "At the counter by reception, online by the citizen; by post when the parcel was delivered."
                            + " 409 FEES_OUTSTANDING before all is paid; ORIGINALS_NOT_RETURNED at the counter where originals were taken in and nobody says that they were given back.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "at the counter", value = Examples.RETURN),
                                @ExampleObject(
                                        name = "to the authorised person",
                                        value = Examples.RETURN_TO_AUTHORISED),
                                @ExampleObject(name = "with originals", value = Examples.RETURN_WITH_ORIGINALS)
                            }))
    public Uni<RestResponse<DossierView>> handOver(@PathParam("id") String id, StepRequest.Return body) {
        return answered(desk.handOver(calls.order(id), present(body)));
    }
}
