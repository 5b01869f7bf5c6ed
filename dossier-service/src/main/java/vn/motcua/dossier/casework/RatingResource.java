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
import vn.motcua.dossier.edge.Roles;

/** How an applicant says what they think of it. Answers as {@link DossierResource}, but needs no {@code If-Match} and leaves the {@code ETag}. */
@Path("/v1/dossiers/{id}/rating")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Steps")
public class RatingResource {

    private final RatingDesk desk;
    private final StepCalls calls;

    RatingResource(RatingDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @POST
    @IdempotencyKey
    @RolesAllowed(Roles.CITIZEN)
    @Operation(
            operationId = "rateDossier",
            summary = "Say how you were served",
            description = "The applicant, once, after the result was handed over. The comment stays with the agency.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "satisfied", value = Examples.RATING)))
    public Uni<RestResponse<DossierView>> rate(@PathParam("id") String id, StepRequest.Rating body) {
        return answered(desk.rate(calls.aside(id), present(body)));
    }
}
