package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Roles;

/**
 * Whom a leader could give a dossier to. 200; 403 for whoever may not give it to others; 404 for an id that is unknown or not theirs to know of; 409
 * where nobody is assigned, as the step itself would be.
 */
@Path("/v1/dossiers/{id}/assignees")
@RolesAllowed({Roles.LEADER, Roles.OFFICER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processing")
public class AssigneeResource {

    private final AssigneeDesk desk;
    private final CurrentRequest request;

    AssigneeResource(AssigneeDesk desk, CurrentRequest request) {
        this.desk = desk;
        this.request = request;
    }

    @GET
    @Operation(
            operationId = "assigneesOfDossier",
            summary = "Whom to give the dossier to",
            description =
                    "Those of the agency's staff list in the role of the step that is on, who is there with the fewest open dossiers"
                            + " first. A suggestion: the assignment decides for itself.")
    @APIResponse(
            responseCode = "200",
            description = "Who is there, and who is away",
            content = @Content(examples = @ExampleObject(name = "one is away", value = Examples.ASSIGNEES)))
    public Uni<AssigneeView> assignees(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        return desk.candidates(StepCalls.dossierId(id), Parties.of(request.caller()));
    }
}
