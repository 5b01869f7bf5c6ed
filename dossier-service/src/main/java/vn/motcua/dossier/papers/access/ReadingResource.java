package vn.motcua.dossier.papers.access;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Acts;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.lifecycle.Rights;

/**
 * Who read the papers of a dossier: for leaders of the agency or above who look into it, and noted itself. 200; 400 for a cursor of another list; 403; 404 for
 * a dossier that is unknown or not theirs to look into, in the same words.
 */
@Path("/v1/dossiers/{id}/readings")
@RolesAllowed(Roles.LEADER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Readings", description = "Who read which paper, why and from where")
public class ReadingResource {

    private final ReadingPages pages;
    private final AccessLog log;
    private final Acts dossiers;

    ReadingResource(ReadingPages pages, AccessLog log, Acts dossiers) {
        this.pages = pages;
        this.log = log;
        this.dossiers = dossiers;
    }

    @GET
    @Operation(
            operationId = "readingsOfDossier",
            summary = "Who opened the files and papers of a dossier, newest first",
            description =
                    "Kept for 24 months unless the installation says longer; also of dossiers that were destroyed.")
    @APIResponse(
            responseCode = "200",
            description = "The readings",
            content =
                    @Content(
                            schema = @Schema(implementation = ReadingPages.ReadingPage.class),
                            examples = @ExampleObject(name = "a receipt", value = ReadingPages.EXAMPLE)))
    public Uni<Response> ofDossier(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var asked = new ReadingPages.Asked(log.reader(), limit, cursor, uri);
        var who = Parties.of(asked.reader().caller());
        var dossier = dossier(id);
        return dossiers.look(dossier)
                .invoke(found ->
                        found.filter(seen -> Rights.mayInspect(who, seen)).orElseThrow(ReadingResource::notFound))
                .chain(() -> pages.ofDossier(dossier, asked));
    }

    private static UUID dossier(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw notFound();
        }
    }

    private static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có hồ sơ này.", "There is no such dossier.");
    }
}
