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

/** Records that are no events, for operators: 200, oldest first. */
@Path("/v1/undecodable-records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operators")
class UndecodableRecordResource {

    private final OperatorStore store;

    UndecodableRecordResource(OperatorStore store) {
        this.store = store;
    }

    @GET
    @Operation(summary = "Records that are no events", description = "By topic, partition and offset, with the reason.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "without headers", value = Examples.UNDECODABLE)))
    public Uni<Response> list(
            @RestQuery String stream, @RestQuery String cursor, @RestQuery Integer limit, @Context UriInfo uri) {
        int rows = Page.limit(limit);
        var list = "undecodable-records|" + stream;
        return store.undecodable(stream, Pages.after(list, cursor), rows + 1)
                .map(found -> Page.of(found, rows, last -> Pages.cursor(list, last.id()))
                        .response(uri));
    }
}
