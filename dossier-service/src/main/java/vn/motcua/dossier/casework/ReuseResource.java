package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;

/**
 * What of earlier dossiers can be filed in this one, so that nobody is asked for it again: found by the dossier, no number of a person stands in the
 * address. 200; 400 for a limit that is none; 403 for who files nothing in it; 404 for an id that is unknown or not theirs to know of. What a paper is, not
 * what is in it, so it is not noted; opening it is.
 */
@Path("/v1/dossiers/{id}/reusable-documents")
@RolesAllowed({Roles.CITIZEN, Roles.RECEPTION})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class ReuseResource {

    private final ReuseDesk desk;
    private final CurrentRequest request;

    ReuseResource(ReuseDesk desk, CurrentRequest request) {
        this.desk = desk;
        this.request = request;
    }

    @GET
    @Operation(
            operationId = "reusableDocuments",
            summary = "Papers of earlier dossiers that can be filed in this one",
            description =
                    "For the applicant those of their account. For reception those of the same account or, in a dossier that was brought to the counter, of the same"
                            + " identity number, as far as they can open them. Of the owner's newest 200 dossiers, the last filed first, the same bytes once; empty where the"
                            + " dossier takes no papers now. To file one, name it as document in POST …/documents.")
    @APIResponse(
            responseCode = "200",
            description = "What there is",
            content = @Content(examples = @ExampleObject(name = "an identity card", value = Examples.REUSABLE)))
    public Uni<ReusableView> papers(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id,
            @QueryParam("limit") Integer limit) {
        return desk.papers(StepCalls.dossierId(id), Parties.of(request.caller()), Page.limit(limit));
    }
}
