package vn.motcua.dossier.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;

/** What data files say otherwise than what administrators published, for administrators. 200; 400 for a cursor that is none. */
@Path("/v1/catalogue/differences")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue administration")
public class DifferenceResource {

    private static final String LIST = "catalogue-differences";

    /** The one that the page before ended with. */
    private record After(String kind, String code, int version) {
        static final After NOTHING = new After("", "", 0);

        static After of(List<String> place) {
            return new After(place.get(0), place.get(1), Integer.parseInt(place.get(2)));
        }
    }

    /**
     * One entry that a data file has otherwise than it holds.
     *
     * @param fields of the entry that differ; {@code version} alone where no such version holds
     */
    @Schema(name = "CatalogueDifference")
    public record DifferenceView(
            String file, int fileVersion, String kind, String code, int version, List<String> fields, Instant foundAt) {
        static DifferenceView of(DifferenceStore.Found found) {
            return new DifferenceView(
                    found.file(),
                    found.fileVersion(),
                    found.kind(),
                    found.code(),
                    found.version(),
                    found.fields(),
                    found.foundAt());
        }
    }

    /** A list of differences. */
    @Schema(name = "CatalogueDifferences")
    public record DifferencesPage(List<DifferenceView> items) {}

    private final DifferenceStore store;

    DifferenceResource(DifferenceStore store) {
        this.store = store;
    }

    @GET
    @Operation(
            operationId = "listCatalogueDifferences",
            summary = "Where data files differ from what holds",
            description =
                    "What is published stands. To take over what the file says, draft and publish it; then it is listed no more.")
    @APIResponse(
            responseCode = "200",
            description = "By kind, code and version",
            content =
                    @Content(
                            schema = @Schema(implementation = DifferencesPage.class),
                            examples = @ExampleObject(name = "another limit", value = EXAMPLE)))
    public Response list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit, @Context UriInfo uri)
            throws SQLException {
        int size = Page.limit(limit);
        After after = cursor == null ? After.NOTHING : Cursor.read(LIST, 3, cursor, After::of);
        List<DifferenceStore.Found> found = store.page(after.kind(), after.code(), after.version(), size + 1);
        return Page.of(found, size, one -> Cursor.write(LIST, one.kind(), one.code(), Integer.toString(one.version())))
                .map(DifferenceView::of)
                .response(uri);
    }

    static final String EXAMPLE = """
            {"items": [{"file": "procedures", "fileVersion": 7, "kind": "PROCEDURE", "code": "1.900101", "version": 2, \
            "fields": ["limit", "validTo"], "foundAt": "2026-07-01T00:00:12Z"}]}""";
}
