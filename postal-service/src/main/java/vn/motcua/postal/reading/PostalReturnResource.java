package vn.motcua.postal.reading;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.postal.reading.PostalReturnReadStore.Question;
import vn.motcua.postal.returns.ParcelStatus;

/** Parcels of the caller's agency and those below it. 200; 400 malformed parameter; 401, 403; 404 no such parcel. */
@Path("/v1/postal-returns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CLERK, Roles.RECEPTION, Roles.LEADER})
@Tag(name = "Postal returns")
public class PostalReturnResource {

    private final PostalReturns returns;
    private final CurrentRequest request;

    PostalReturnResource(PostalReturns returns, CurrentRequest request) {
        this.returns = returns;
        this.request = request;
    }

    /** States of an order, as they are asked for. */
    public enum StateParameter {
        PLANNED,
        SENDING,
        ORDERED,
        IN_DOUBT,
        FAILED,
        CANCELLED
    }

    /** Newest first. {@code ?state=FAILED} and {@code ?state=IN_DOUBT} are the lists of what a clerk has to look at. */
    @GET
    @Operation(summary = "Parcels, newest first; ?state=FAILED or IN_DOUBT is the work list")
    public Uni<Response> list(
            @QueryParam("dossier") @Parameter(example = "01814200-0000-7000-8000-000000000001") UUID dossier,
            @QueryParam("agency") @Parameter(example = "H03.01") String agency,
            @QueryParam("status") @Parameter(example = "HANDED_OVER") ParcelStatus status,
            @QueryParam("state") @Parameter(example = "FAILED") StateParameter state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(example = "50") Integer limit,
            @Context UriInfo uri) {
        var caller = request.caller();
        var scope = Rights.scope(caller, agency);
        var list = String.join(
                "|", "postal-returns", scope, String.valueOf(dossier), String.valueOf(status), String.valueOf(state));
        var before = cursor == null ? null : Cursor.read(list, 1, cursor, place -> UUID.fromString(place.get(0)));
        var question = new Question(
                scope, dossier, status == null ? null : status.name(), state == null ? null : state.name(), before);
        return returns.list(question, Page.limit(limit), caller, request.language())
                .map(page -> new Page<>(page.items(), page.next() == null ? null : Cursor.write(list, page.next())))
                .map(page -> page.response(uri));
    }

    /** One parcel with what the carrier said about it. */
    @GET
    @Path("{id}")
    @Operation(summary = "One parcel with its track")
    public Uni<Response> one(@PathParam("id") @Parameter(example = "01814200-0000-7000-8000-000000000002") UUID id) {
        return returns.one(id, request.caller(), request.language())
                .map(view -> Response.ok(view).tag(ETags.of(view.retries())).build());
    }
}
