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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;

/** Who read an agency's registers, closed ones and extracts: as {@link ReadingResource}. 200; 400; 403 for an agency that is not the caller's or below it. */
@Path("/v1/registers/{agency}/readings")
@RolesAllowed(Roles.LEADER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Readings", description = "Who read which paper, why and from where")
public class RegisterReadingResource {

    private final ReadingPages pages;
    private final AccessLog log;

    RegisterReadingResource(ReadingPages pages, AccessLog log) {
        this.pages = pages;
        this.log = log;
    }

    @GET
    @Operation(
            operationId = "readingsOfRegisters",
            summary = "Who read the registers of an agency, newest first",
            description = "Kept for 24 months unless the installation says longer.")
    @APIResponse(
            responseCode = "200",
            description = "The readings",
            content =
                    @Content(
                            schema = @Schema(implementation = ReadingPages.ReadingPage.class),
                            examples = @ExampleObject(name = "a receipt", value = ReadingPages.EXAMPLE)))
    public Uni<Response> ofRegisters(
            @Parameter(example = "H03.01") @PathParam("agency") String agency,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var asked = new ReadingPages.Asked(log.reader(), limit, cursor, uri);
        if (!asked.reader().caller().covers(agency)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("agency", "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
        }
        return pages.ofRegisters(agency, asked);
    }
}
