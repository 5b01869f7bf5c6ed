package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;

/** Waiting events for operators: 200, by stream, source, subject and sequence. */
@Path("/v1/waiting-events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operators")
class WaitingEventResource {

    private final OperatorStore store;

    WaitingEventResource(OperatorStore store) {
        this.store = store;
    }

    @GET
    @Operation(
            summary = "Events that wait",
            description = "In a gap, for something that is not here yet, or behind a parked event.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "in a gap", value = Examples.WAITING)))
    public Uni<Response> list(
            @RestQuery String stream, @RestQuery String cursor, @RestQuery Integer limit, @Context UriInfo uri) {
        int rows = Page.limit(limit);
        var list = "waiting-events|" + stream;
        return store.waiting(stream, WaitingPlace.read(list, cursor), rows + 1)
                .map(found -> Page.of(found, rows, last -> WaitingPlace.write(list, last))
                        .response(uri));
    }
}
