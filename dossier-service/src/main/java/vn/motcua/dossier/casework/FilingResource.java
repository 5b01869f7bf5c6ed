package vn.motcua.dossier.casework;

import static vn.motcua.dossier.casework.StepCalls.answered;
import static vn.motcua.dossier.casework.StepCalls.present;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Roles;

/**
 * How files come to a dossier over HTTP: sent to {@code /v1/uploads} first, or taken over from an earlier dossier. A step like the others, with a
 * key and {@code If-Match}: whoever decides has seen the papers that are there. Answers as {@link DossierResource}; 422 also for an upload that
 * was used, swept or somebody else's.
 */
@Path("/v1/dossiers/{id}/documents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents", description = "Files of dossiers")
public class FilingResource {

    private final FilingDesk desk;
    private final StepCalls calls;

    FilingResource(FilingDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @POST
    @IdempotencyKey
    @IfMatchRequired
    @RolesAllowed({Roles.CITIZEN, Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK})
    @Operation(
            operationId = "addDocument",
            summary = "Add a file to a dossier",
            description =
                    "The applicant's own until the agency has taken the dossier in, and when papers were asked for; scanned papers and the result by the agency."
                            + " Instead of an upload a paper of an earlier dossier of the same account; reception, in a dossier that was brought to the counter, also one of the"
                            + " same identity number. Officials only what they can open there; GET …/reusable-documents lists them.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "a scanned paper", value = Examples.SCANNED),
                                @ExampleObject(name = "the result", value = Examples.RESULT_FILE),
                                @ExampleObject(name = "from an earlier dossier", value = Examples.REUSED)
                            }))
    public Uni<RestResponse<DossierView>> file(@PathParam("id") String id, FilingRequest body) {
        return answered(desk.file(calls.order(id), present(body)));
    }
}
