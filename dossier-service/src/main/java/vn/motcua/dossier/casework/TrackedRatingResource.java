package vn.motcua.dossier.casework;

import static vn.motcua.dossier.casework.StepCalls.present;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Caching;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.RateLimited;

/**
 * How an applicant without an account says what they think of it: by the code on their receipt, where they track. 204 and nothing told; 400 for what is no
 * rating code or not read; 404 for every code that leads nowhere and every rating code that is not its own, whatever the reason; 409 before the result
 * was handed over and where somebody has rated; 422 for what is no score, and for a key with another body; 429.
 */
@Path("/v1/tracking/{code}/rating")
@PermitAll
@RateLimited
@Tag(name = "Tracking")
public class TrackedRatingResource {

    /** Whoever holds the code, of whatever dossier: a key belongs to one dossier besides. */
    static final String HOLDER = "urn:motcua:rating-code";

    private final RatingDesk desk;
    private final StepCalls calls;

    TrackedRatingResource(RatingDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @POST
    @IdempotencyKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rateByCode",
            summary = "Say how you were served, for who holds the receipt of an applicant without an account",
            description = "Once, after the result was handed over. The comment stays with the agency. "
                    + "Open to all, limited per address; whoever has an account rates with that.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "satisfied", value = Examples.RATING_BY_CODE)))
    @APIResponse(responseCode = "204", description = "It is taken; the same request again is answered the same")
    public Uni<Response> rate(
            @Parameter(example = "H03.01-220608-0001") @PathParam("code") String code, StepRequest.RatingByCode body) {
        return desk.rate(code, calls.provenance(HOLDER), present(body))
                .map(taken ->
                        Response.noContent().cacheControl(Caching.unkept()).build());
    }
}
