package vn.motcua.dossier.cashdesk;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.payments.PaymentReference;

/**
 * Payments that are made before there is a dossier. 201 with {@code Location}; 400; 403 for who is no citizen; 409 too many are waiting; 422 unknown
 * procedure or agency, nothing to pay in advance, key used for another request. Reading: 404 for what is not theirs, in the same words.
 */
@Path("/v1/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Money that travels with a dossier")
public class PaymentResource {

    private final PrepaymentDesk desk;
    private final CurrentRequest request;

    PaymentResource(PrepaymentDesk desk, CurrentRequest request) {
        this.desk = desk;
        this.request = request;
    }

    @POST
    @IdempotencyKey
    @RolesAllowed(Roles.CITIZEN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askToPrepay",
            summary = "Ask to pay what a procedure costs in advance",
            description =
                    "Answers with the reference under which the gateway takes the money. Once it is paid, it is named when the dossier is handed in, and used by that.")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "in advance", value = CashdeskExamples.PREPAYMENT)))
    public Uni<RestResponse<PaymentView>> ask(PrepaymentRequest body) {
        var caller = request.caller();
        var key = request.key();
        if (caller.citizen() == null) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        if (body == null) {
            throw Problem.of(ProblemType.MALFORMED).pointer("", "Thiếu nội dung.", "The body is missing.");
        }
        return desk.ask(body, caller, key)
                .map(view -> RestResponse.ResponseBuilder.<PaymentView>create(RestResponse.Status.CREATED)
                        .entity(view)
                        .header(HttpHeaders.LOCATION, "/v1/payments/" + view.reference())
                        .build());
    }

    @GET
    @Path("{reference}")
    @RolesAllowed({Roles.CITIZEN, Roles.CASHIER})
    @Operation(operationId = "readPayment", summary = "How a payment stands, for who asked for it and for the cashier")
    public Uni<PaymentView> one(@Parameter(example = "5T0Y7V3K9M2Q8RXA") @PathParam("reference") String reference) {
        var caller = request.caller();
        if (!PaymentReference.plausible(reference)) {
            throw unknown();
        }
        return desk.find(reference, caller).map(found -> found.orElseThrow(PaymentResource::unknown));
    }

    private static Problem unknown() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có khoản thanh toán này.", "There is no such payment.");
    }
}
