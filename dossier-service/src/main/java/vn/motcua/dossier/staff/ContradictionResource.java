package vn.motcua.dossier.staff;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;

/** Accounts whose token says otherwise than the staff list, for operators and administrators; no names. 200. */
@Path("/v1/staff/contradictions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
public class ContradictionResource {

    private static final String LIST = "contradictions|";

    private final ContradictionStore store;
    private final CurrentRequest request;

    ContradictionResource(ContradictionStore store, CurrentRequest request) {
        this.store = store;
        this.request = request;
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Operation(
            operationId = "listStaffContradictions",
            summary = "Where tokens and the staff list disagree",
            description = "The token decides rights all the same. Mend the identity provider's record or the list.")
    public Uni<Response> list(
            @Parameter(example = "2022-06-20T00:00:00Z", description = "Seen since; all if absent") @QueryParam("since")
                    Instant since,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        request.caller();
        var size = Page.limit(limit);
        var list = LIST + since;
        var after = cursor == null ? List.of("", "") : Cursor.read(list, 2, cursor);
        return store.list(since == null ? Instant.EPOCH : since, after.get(0), after.get(1), size + 1)
                .map(rows -> Page.of(
                                rows,
                                size,
                                row -> Cursor.write(
                                        list, row.account(), row.kind().name()))
                        .response(uri));
    }
}
