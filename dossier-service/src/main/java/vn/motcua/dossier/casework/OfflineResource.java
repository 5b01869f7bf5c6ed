package vn.motcua.dossier.casework;

import static vn.motcua.dossier.casework.StepCalls.present;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.Roles;

/**
 * Dossiers that were taken in without a network come in one by one, in any order, as often as the office's device likes to send them under the same
 * key. 201; 404 no such block, or not theirs; 409 {@code NUMBER_USED}, {@code BLOCK_CLOSED}; 422 not a number, time, agency or channel of this block; the
 * rest as for every dossier that is brought in.
 */
@Path("/v1/number-blocks/{id}/dossiers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Numbers", description = "Blocks of numbers for offices that work without a network")
public class OfflineResource {

    private final OfflineDesk desk;
    private final StepCalls calls;

    OfflineResource(OfflineDesk desk, StepCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    @POST
    @IdempotencyKey
    @RolesAllowed(Roles.RECEPTION)
    @Operation(
            operationId = "openOfflineDossier",
            summary = "Bring in a dossier that was taken in without a network",
            description =
                    "Under the number that was given out then, at the time at which it was handed in; due dates count from there.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "at the counter", value = Examples.OFFLINE)))
    public Uni<RestResponse<DossierView>> open(@PathParam("id") String id, OfflineRequest body) {
        var caller = calls.caller();
        return desk.open(blockId(id), present(body), Parties.of(caller), calls.provenance(caller))
                .map(answer -> RestResponse.ResponseBuilder.<DossierView>create(RestResponse.Status.CREATED)
                        .entity(answer.view())
                        .header(
                                HttpHeaders.LOCATION,
                                "/v1/dossiers/" + answer.view().id())
                        .tag(ETags.of(answer.tag()))
                        .build());
    }

    private static UUID blockId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw NumberRefusals.noBlock();
        }
    }
}
