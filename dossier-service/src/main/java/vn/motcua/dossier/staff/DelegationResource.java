package vn.motcua.dossier.staff;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;

/**
 * Who signs for whom. A leader gives away their own right within what they lead, an administrator records anybody's. 201 with {@code Location}, 200;
 * 403; 404 for what the caller may not see; 409 once it is over; 422 unknown code, rule violated, key used for another request. A delegation never
 * changes but by its revocation, so a key is all that a revocation needs.
 */
@Path("/v1/staff/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
public class DelegationResource {

    private static final String LIST = "delegations|";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @param note why; at most 500 characters, may be absent */
    @Schema(name = "RevocationRequest")
    public record RevocationRequest(String note) {}

    private final Delegations delegations;
    private final CurrentRequest request;

    DelegationResource(Delegations delegations, CurrentRequest request) {
        this.delegations = delegations;
        this.request = request;
    }

    @GET
    @RolesAllowed({Roles.RECEPTION, Roles.LEADER, Roles.CLERK, Roles.ADMIN})
    @Operation(operationId = "listDelegations", summary = "Who signs for whom on a day")
    public Uni<Response> list(
            @Parameter(example = "H03.01", description = "With those below it; the caller's own if absent")
                    @QueryParam("agency")
                    String agency,
            @Parameter(example = "2022-06-20", description = "In Vietnam; today if absent") @QueryParam("on")
                    LocalDate on,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var caller = request.caller();
        var asked = agency == null ? caller.agency() : agency;
        if (!StaffRights.mayList(caller, asked)) {
            throw StaffProblems.notYourUnit("agency");
        }
        var size = Page.limit(limit);
        var list = LIST + asked + "|" + on;
        var after = cursor == null ? BEFORE_ALL : Cursor.read(list, 1, cursor, place -> UUID.fromString(place.get(0)));
        return delegations
                .list(asked, on, after, size + 1)
                .map(found -> Page.of(
                                found, size, one -> Cursor.write(list, one.id().toString()))
                        .map(DelegationView::of)
                        .response(uri));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.ADMIN})
    @Operation(operationId = "readDelegation", summary = "One delegation")
    public Uni<DelegationView> one(
            @Parameter(example = "0197f000-0000-7000-8000-000000000001") @PathParam("id") String id) {
        return delegations.seen(request.caller(), id).map(DelegationView::of);
    }

    @POST
    @IdempotencyKey
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.LEADER, Roles.ADMIN})
    @Operation(operationId = "delegate", summary = "Let somebody sign for somebody else for a time")
    @RequestBody(
            content = @Content(examples = @ExampleObject(name = "a deputy for a week", value = Examples.DELEGATION)))
    public Uni<RestResponse<DelegationView>> give(DelegationRequest body) {
        if (body == null) {
            throw StaffProblems.emptyBody();
        }
        return delegations
                .give(request.caller(), body, request.key())
                .map(one -> RestResponse.ResponseBuilder.<DelegationView>create(RestResponse.Status.CREATED)
                        .entity(DelegationView.of(one))
                        .header(HttpHeaders.LOCATION, "/v1/staff/delegations/" + one.id())
                        .build());
    }

    @POST
    @Path("{id}/revocation")
    @IdempotencyKey
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.ADMIN})
    @Operation(operationId = "revokeDelegation", summary = "Take the right back, from today on")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "revocation", value = Examples.REVOCATION)))
    public Uni<DelegationView> revoke(
            @Parameter(example = "0197f000-0000-7000-8000-000000000001") @PathParam("id") String id,
            RevocationRequest body) {
        if (body == null) {
            throw StaffProblems.emptyBody();
        }
        return delegations
                .revoke(request.caller(), id, body.note(), request.key())
                .map(DelegationView::of);
    }
}
