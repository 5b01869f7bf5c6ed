package vn.motcua.dossier.keeping;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;

/** What is held back now. 200; 400 without an agency, a cursor that is none; 403 an agency that is not theirs. */
@Path("/v1/legal-holds")
@RolesAllowed({Roles.CLERK, Roles.LEADER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Archive")
public class HoldsResource {

    private final HoldDesk desk;
    private final KeepingCalls calls;

    HoldsResource(HoldDesk desk, KeepingCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @GET
    @Operation(operationId = "legalHolds", summary = "The holds in an agency and below it, oldest first")
    public Uni<Response> open(
            @Parameter(example = "H03.01", required = true) @QueryParam("agency") String agency,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var of = KeepingCalls.agency(agency);
        var size = Page.limit(limit);
        var list = "legal-holds|" + of;
        long after = cursor == null ? 0 : Cursor.read(list, 1, cursor, place -> Long.valueOf(place.get(0)));
        return desk.open(of, after, size + 1, calls.who())
                .map(rows -> Page.of(
                                rows,
                                size,
                                row -> Cursor.write(
                                        list, Long.toString(row.hold().id())))
                        .map(row -> HoldResource.HoldView.of(row.hold(), row.code()))
                        .response(uri));
    }
}
