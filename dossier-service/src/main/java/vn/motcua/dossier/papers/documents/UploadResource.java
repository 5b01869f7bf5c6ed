package vn.motcua.dossier.papers.documents;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;

/**
 * The upload area: files that no dossier has yet. 201 with the id by which a dossier takes the file, once; 400 broken off; 413 too large; 415 not a type
 * that is taken, by the bytes; 429 too many at a time or unused; 503 the store is away. A repeated upload is another one, and whichever is not used is
 * swept: so there is no key. 204 for a deletion, 404 for what is unknown, used or somebody else's.
 */
@Path("/v1/uploads")
@RolesAllowed({Roles.CITIZEN, Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents", description = "Files of dossiers")
public class UploadResource {

    private final Uploads uploads;
    private final CurrentRequest request;

    UploadResource(Uploads uploads, CurrentRequest request) {
        this.uploads = uploads;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(
            operationId = "upload",
            summary = "Send a file for a dossier",
            description =
                    "The body is the file itself; names and declared types are not looked at. PDF, JPEG, PNG, TIFF, DOCX, XLSX, XML; at most 200 MiB."
                            + " Unused for 24 hours, it is deleted. The signatures of a PDF are looked at: one that is INVALID is filed neither as signed"
                            + " nor as certified nor as result.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "The file is kept",
            content =
                    @Content(
                            schema = @Schema(implementation = UploadView.class),
                            examples = @ExampleObject(name = "kept", value = EXAMPLE)))
    public Response take(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) Long length, InputStream body) {
        UploadView upload = uploads.take(
                body, length == null ? -1 : length, request.caller().subject());
        return Response.status(Response.Status.CREATED).entity(upload).build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteUpload", summary = "Delete a file that no dossier has taken")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<Response> drop(@Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        return uploads.drop(Ids.read(id), request.caller().subject()).map(gone -> {
            if (!gone) {
                throw Problem.of(ProblemType.NOT_FOUND).detail("Không có tệp này.", "There is no such upload.");
            }
            return Response.noContent().build();
        });
    }

    static final String EXAMPLE = """
            {"id": "01814035-3f80-7cc3-98c4-dc0c0c07398f", \
            "sha256": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", \
            "bytes": 482133, "mediaType": "application/pdf", \
            "signature": {"result": "VALID", "reason": "GOOD"}, "expiresAt": "2022-06-09T02:00:00Z"}""";
}
