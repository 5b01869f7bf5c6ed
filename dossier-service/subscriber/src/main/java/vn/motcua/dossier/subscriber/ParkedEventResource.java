package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;

/**
 * Parked events for operators. 200 with what is so now; 404 no such event; 409 discarding what was applied; 422 discarding without a reason; 503
 * while the database is away. Both steps may be repeated without harm, so they need no key.
 */
@Path("/v1/parked-events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operators")
class ParkedEventResource {

    private final ParkedEvents parked;
    private final OperatorStore store;
    private final CurrentRequest request;

    ParkedEventResource(ParkedEvents parked, OperatorStore store, CurrentRequest request) {
        this.parked = parked;
        this.store = store;
        this.request = request;
    }

    /** @param reason why the event is left out, 1 to 500 characters, without personal data */
    @Schema(name = "ParkedEventDiscard")
    record DiscardRequest(
            @Schema(required = true, minLength = 1, maxLength = Acts.LONGEST_REASON)
            String reason) {}

    @GET
    @Operation(summary = "Open parked events, oldest first", description = "Attributes and reason, never the content.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "refused by the database", value = Examples.PARKED)))
    public Uni<Response> list(
            @RestQuery String stream, @RestQuery String cursor, @RestQuery Integer limit, @Context UriInfo uri) {
        int rows = Page.limit(limit);
        var list = "parked-events|" + stream;
        return store.parked(stream, Pages.after(list, cursor), rows + 1)
                .map(found -> Page.of(found, rows, last -> Pages.cursor(list, last.id()))
                        .response(uri));
    }

    @POST
    @Path("{id}/release")
    @Operation(
            summary = "Apply it and those behind it",
            description = "If it fails again it stays parked and the new reason is in the answer.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ParkedEvent.class),
                            examples = @ExampleObject(name = "applied", value = Examples.RELEASED)))
    public Uni<ParkedEvent> release(@Parameter(example = "12") @RestPath long id) {
        return parked.release(id, request.caller().subject());
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Leave it out for good and apply those behind it", description = "Kept with who and why.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "of no use", value = Examples.DISCARD)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ParkedEvent.class),
                            examples = @ExampleObject(name = "left out", value = Examples.DISCARDED)))
    public Uni<ParkedEvent> discard(@Parameter(example = "12") @RestPath long id, DiscardRequest discard) {
        var reason = Acts.reason(discard == null ? null : discard.reason());
        return parked.discard(id, request.caller().subject(), reason);
    }
}
