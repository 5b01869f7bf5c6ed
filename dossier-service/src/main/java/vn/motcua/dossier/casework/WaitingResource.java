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

/** What the applicant is asked for over HTTP, and what they send. Answers as {@link DossierResource}. */
@Path("/v1/dossiers/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Papers and payments", description = "Dossiers that wait for the applicant")
public class WaitingResource {

    private final WaitingDesk desk;
    private final StepCalls calls;

    WaitingResource(WaitingDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @POST
    @Path("/supplement-request")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.RECEPTION, Roles.LEADER})
    @Operation(
            operationId = "requestSupplement",
            summary = "Ask for papers, once and in full; in processing the clock stands still",
            description =
                    "As often and as early as the legal profile of the dossier lays down: before acceptance once only; in processing within three working days of receipt, and a second request, or a later one, is the leader's and names its legal basis.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "papers", value = Examples.SUPPLEMENT_REQUEST),
                                @ExampleObject(name = "as the officer proposed", value = Examples.DECIDES_PROPOSAL)
                            }))
    public Uni<RestResponse<DossierView>> request(@PathParam("id") String id, StepRequest.Supplementing body) {
        return answered(desk.request(calls.order(id), present(body)));
    }

    @POST
    @Path("/supplement")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.CITIZEN, Roles.RECEPTION})
    @Operation(
            operationId = "supplyPapers",
            summary = "Send the papers that were asked for",
            description =
                    "By the applicant; after acceptance also by reception, where they were brought to the counter or came by post. They came in time, however late they are looked at.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "papers", value = Examples.SUPPLEMENT)))
    public Uni<RestResponse<DossierView>> supply(@PathParam("id") String id, StepRequest.Supplement body) {
        return answered(desk.supply(calls.order(id), present(body)));
    }

    @POST
    @Path("/supplement-confirmation")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.RECEPTION, Roles.OFFICER})
    @Operation(
            operationId = "confirmSupplement",
            summary = "The dossier is full: the clock runs again",
            description = "The whole limit anew, or what was left of it, as the legal profile of the dossier says.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "full", value = Examples.TAKEN)))
    public Uni<RestResponse<DossierView>> confirm(@PathParam("id") String id, StepRequest.Taken body) {
        return answered(desk.confirm(calls.order(id), present(body)));
    }

    @POST
    @Path("/payment-request")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.OFFICER, Roles.CASHIER})
    @Operation(operationId = "requestPayment", summary = "Ask for a payment; the clock stands still")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a fee", value = Examples.PAYMENT_REQUEST)))
    public Uni<RestResponse<DossierView>> ask(@PathParam("id") String id, StepRequest.Paying body) {
        return answered(desk.ask(calls.order(id), present(body)));
    }

    @POST
    @Path("/payment")
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed(Roles.CASHIER)
    @Operation(
            operationId = "confirmPayment",
            summary = "All that was asked for is paid: the clock goes on",
            description =
                    "With what was left of the limit, or the whole limit anew, as the legal profile of the dossier says.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "online", value = Examples.PAYMENT)))
    public Uni<RestResponse<DossierView>> pay(@PathParam("id") String id, StepRequest.Payment body) {
        return answered(desk.pay(calls.order(id), present(body)));
    }
}
