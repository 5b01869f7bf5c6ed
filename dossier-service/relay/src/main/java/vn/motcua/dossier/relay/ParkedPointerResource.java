package vn.motcua.dossier.relay;

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
import java.sql.SQLException;
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
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;

/**
 * Events that could not be sent, for operators. 200 with what is so now; 404 no such event; 409 discarding what was
 * released; 422 discarding without a reason; 503 while the database is away. Both steps may be repeated without harm,
 * so they need no key.
 */
@Path("/v1/parked-pointers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operators")
class ParkedPointerResource {

    private static final String LIST = "parked-pointers";
    private static final int LONGEST_REASON = 500;

    private final ParkedPointers parked;
    private final CurrentRequest request;

    ParkedPointerResource(ParkedPointers parked, CurrentRequest request) {
        this.parked = parked;
        this.request = request;
    }

    /** @param reason why the event is never to be published, 1 to 500 characters, without personal data */
    @Schema(name = "ParkedPointerDiscard")
    record DiscardRequest(
            @Schema(required = true, minLength = 1, maxLength = LONGEST_REASON)
            String reason) {}

    @GET
    @Operation(
            summary = "Events that cannot be sent and hold their dossier back, oldest first",
            description = "Attributes and reason, never the content. Those behind are counted, not listed.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "too large", value = Examples.PAGE)))
    public Response list(@RestQuery String cursor, @RestQuery Integer limit, @Context UriInfo uri) throws SQLException {
        int rows = Page.limit(limit);
        var found = parked.open(after(cursor), rows + 1);
        return Page.of(found, rows, last -> Cursor.write(LIST, Long.toString(last.id())))
                .response(uri);
    }

    @POST
    @Path("{id}/release")
    @Operation(
            summary = "Put it and those behind it back into their places in the queue",
            description = "If it cannot be sent again it is parked again, with its tries counted.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ParkedPointer.class),
                            examples = @ExampleObject(name = "back in the queue", value = Examples.RELEASED)))
    public ParkedPointer release(@Parameter(example = "4711") @RestPath long id) throws SQLException {
        return parked.release(id, request.caller().subject());
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Never publish it, and put those behind it back into the queue",
            description =
                    "Kept with who and why. Every consumer will wait at the gap until an operator there skips it.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "lost in a restore", value = Examples.DISCARD)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ParkedPointer.class),
                            examples = @ExampleObject(name = "left out", value = Examples.DISCARDED)))
    public ParkedPointer discard(@Parameter(example = "4711") @RestPath long id, DiscardRequest discard)
            throws SQLException {
        var reason = discard == null ? null : discard.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .pointer(
                            "/reason", "Cần nêu lý do, tối đa 500 ký tự.", "A reason is needed, up to 500 characters.");
        }
        return parked.discard(id, request.caller().subject(), reason);
    }

    private static long after(String cursor) {
        return cursor == null ? 0 : Cursor.read(LIST, 1, cursor, place -> Long.valueOf(place.get(0)));
    }
}
