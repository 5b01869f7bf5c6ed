package vn.motcua.dossier.proving;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RateLimited;
import vn.motcua.dossier.edge.Times;
import vn.motcua.dossier.events.HistoryRoot;

/**
 * The roots of all histories, day by day, for everybody: they say nothing of any dossier. 200; 400 for what is no day; 404 for a day that has no
 * root, or not yet; 429.
 */
@Path("/v1/history-roots")
@PermitAll
@RateLimited
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History roots", description = "What all histories were at the end of each day, in one hash")
public class HistoryRootResource {

    private static final String LIST = "history-roots";
    private static final int A_DAY = 86_400;

    static final String EXAMPLE = """
            {"day": "2026-07-01", "source": "urn:motcua:H03:dossier-service", "histories": 48211,
             "tree": "sha256:9dab3a2aa9c17b473f64e573490370cbb8967af3fa2126886e1cee11df6db74e",
             "previousRoot": "sha256:07af6603627ca5c002a31b59ecf72752a33409f1e8ca498bfecc20037bba9c36",
             "root": "sha256:29eb30f389ebe71be4ddd702a566665feef5f6b4cf93d8c3c548a1e1a169a81b"}""";

    private final RootStore store;

    HistoryRootResource(RootStore store) {
        this.store = store;
    }

    @GET
    @Operation(
            operationId = "historyRoots",
            summary = "The roots, newest first",
            description = "Without gaps; each names the one of the day before.")
    public Response all(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        int size = Page.limit(limit);
        LocalDate before = cursor == null ? null : Cursor.read(LIST, 1, cursor, position -> read(position.get(0)));
        return Page.of(
                        store.page(before, size + 1),
                        size,
                        root -> Cursor.write(LIST, root.day().toString()))
                .response(uri);
    }

    @GET
    @Path("{day}")
    @Operation(
            operationId = "historyRoot",
            summary = "The root of one day",
            description = "Never changes; made shortly after midnight.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = HistoryRoot.class),
                            examples = @ExampleObject(name = "a day", value = EXAMPLE)))
    public Response one(@Parameter(example = "2026-07-01") @PathParam("day") String day) {
        var root = store.of(read(day))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)
                        .detail(
                                "Ngày này không có gốc, hoặc chưa có: gốc được lập sau nửa đêm.",
                                "The day has no root, or not yet: it is made after midnight."));
        var kept = new CacheControl();
        kept.setMaxAge(A_DAY);
        kept.setNoTransform(false);
        return Response.ok(root).cacheControl(kept).build();
    }

    static LocalDate read(String day) {
        try {
            return Times.day(day);
        } catch (DateTimeException noDay) {
            throw Problem.of(ProblemType.MALFORMED).parameter("day", "Ngày, ví dụ 2026-07-01.", "A day: 2026-07-01.");
        }
    }
}
