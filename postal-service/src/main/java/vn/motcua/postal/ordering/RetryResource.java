package vn.motcua.postal.ordering;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.postal.reading.PostalReturns;

/**
 * Another try for an order that the carrier would not take, once its cause is mended. 200 with the parcel; 400 malformed or without key;
 * 401, 403; 404; 409 not failed; 412 somebody asked before, 428 without {@code If-Match}; 422 the key was used for another request.
 */
@Path("/v1/postal-returns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CLERK)
@Tag(name = "Postal returns")
public class RetryResource {

    private final RetryDesk desk;
    private final OrderSender sender;
    private final PostalReturns returns;
    private final CurrentRequest request;

    RetryResource(RetryDesk desk, OrderSender sender, PostalReturns returns, CurrentRequest request) {
        this.desk = desk;
        this.sender = sender;
        this.returns = returns;
        this.request = request;
    }

    /** Nothing needs to be said. */
    public record RetryRequest() {}

    /** Sends the order again under its own number. */
    @POST
    @Path("{id}/retry")
    @IdempotencyKey
    @IfMatchRequired
    @Operation(summary = "Try a failed order again")
    @RequestBody(content = @Content(examples = @ExampleObject("{}")))
    public Uni<Response> retry(
            @PathParam("id") @Parameter(example = "01814200-0000-7000-8000-000000000002") UUID id, RetryRequest body) {
        var caller = request.caller();
        return desk.retry(id, caller, request.key(), request.ifMatch())
                .invoke(sender::wake)
                .flatMap(done -> returns.one(id, caller, request.language()))
                .map(view -> Response.ok(view).tag(ETags.of(view.retries())).build());
    }
}
