package vn.motcua.dossier.staff;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
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
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.staff.roster.Absence;

/**
 * The staff list: for reception, leaders and clerks of a unit and those above it, for administrators, and everybody for themselves. 200; 403 for
 * another unit; 404 for whom the caller may not see; absences: 412 if the person changed since the {@code If-Match}, 422 if two share a day, 428.
 */
@Path("/v1/staff")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff", description = "Who is there, who is away, who signs for whom")
public class StaffResource {

    private static final String LIST = "staff|";

    /** @param absences all that are not over; those that are over stay as they are. At most 50 */
    @Schema(name = "AbsencesRequest")
    public record AbsencesRequest(List<AbsenceRequest> absences) {}

    /** @param from first day @param to last day, today or later */
    @Schema(name = "AbsenceRequest")
    public record AbsenceRequest(LocalDate from, LocalDate to, Absence.Reason reason) {}

    private final StaffBook book;
    private final CurrentRequest request;

    StaffResource(StaffBook book, CurrentRequest request) {
        this.book = book;
        this.request = request;
    }

    @GET
    @RolesAllowed({Roles.RECEPTION, Roles.LEADER, Roles.CLERK, Roles.ADMIN})
    @Operation(operationId = "listStaff", summary = "Who holds a post on a day, and who of them is there")
    public Uni<Response> list(
            @Parameter(example = "H03.01", description = "With those below it; the caller's own if absent")
                    @QueryParam("unit")
                    String unit,
            @Parameter(example = "2022-06-20", description = "In Vietnam; today if absent") @QueryParam("on")
                    LocalDate on,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var caller = request.caller();
        var asked = unit == null ? caller.agency() : unit;
        if (!StaffRights.mayList(caller, asked)) {
            throw StaffProblems.notYourUnit("unit");
        }
        var size = Page.limit(limit);
        var list = LIST + asked + "|" + on;
        var after = cursor == null ? "" : Cursor.read(list, 1, cursor).get(0);
        return book.list(asked, on, after, size + 1)
                .map(posts -> Page.of(posts, size, post -> Cursor.write(list, post.account()))
                        .response(uri));
    }

    @GET
    @Path("{account}")
    @RolesAllowed({Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.ADMIN})
    @Operation(operationId = "readStaffMember", summary = "One of the staff with posts, absences and delegations")
    public Uni<RestResponse<PersonView>> person(
            @Parameter(example = "officer-1") @PathParam("account") String account) {
        return book.person(request.caller(), account).map(StaffResource::answered);
    }

    @PUT
    @Path("{account}/absences")
    @IfMatchRequired
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "replaceAbsences",
            summary = "Say when somebody is away",
            description =
                    "Replaces all absences that are not over. By the officer, or who leads or administers the unit.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "absences", value = Examples.ABSENCES)))
    public Uni<RestResponse<PersonView>> replaceAbsences(
            @Parameter(example = "officer-1") @PathParam("account") String account, AbsencesRequest body) {
        if (body == null) {
            throw StaffProblems.emptyBody();
        }
        if (body.absences() == null || body.absences().contains(null)) {
            throw StaffProblems.required("/absences");
        }
        var wanted = body.absences().stream()
                .map(one -> new Absence(account, one.from(), one.to(), one.reason()))
                .toList();
        return book.replaceAbsences(request.caller(), account, request.ifMatch(), wanted)
                .map(StaffResource::answered);
    }

    private static RestResponse<PersonView> answered(StaffBook.Answer answer) {
        return RestResponse.ResponseBuilder.ok(answer.view())
                .tag(ETags.of(answer.tag()))
                .build();
    }
}
