package vn.motcua.postal.handover;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.postal.reading.Manifests;

/**
 * Steps of a clerk on a manifest of the own agency or below. 200 with the manifest; 400 malformed or without key; 401, 403; 404; 409
 * wrong state or empty; 412 its lines or state changed since it was read, 428 without {@code If-Match}; 422 a name is missing or too
 * long, or the key was used for another request; 503 the year's calendar is not published.
 *
 * <p>Here the ETag rises with every change of the list, also by the timer: both sides sign what stands on it.
 */
@Path("/v1/manifests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CLERK)
@Tag(name = "Manifests")
public class ManifestResource {

    private static final int LONGEST_NAME = 200;

    private final HandoverDesk desk;
    private final Manifests manifests;
    private final CurrentRequest request;

    ManifestResource(HandoverDesk desk, Manifests manifests, CurrentRequest request) {
        this.desk = desk;
        this.manifests = manifests;
        this.request = request;
    }

    /** Nothing needs to be said. */
    public record ClosureRequest() {}

    /** Who signed for the agency and who for the carrier, by name. */
    public record HandoverRequest(String handedOverBy, String receivedBy) {
        @Override
        public String toString() {
            return "HandoverRequest[…]";
        }
    }

    /** Closes the manifest before its cut-off; what comes later that day goes on the next run. */
    @POST
    @Path("{id}/closure")
    @IdempotencyKey
    @IfMatchRequired
    @Operation(summary = "Close a manifest before its cut-off")
    @RequestBody(content = @Content(examples = @ExampleObject("{}")))
    public Uni<Response> close(
            @PathParam("id") @Parameter(example = "H03.01-20220608-1") String id, ClosureRequest body) {
        var step = step(id);
        return desk.close(step).flatMap(done -> answer(step));
    }

    /** Records the signatures of both sides: the legal hand-over of every parcel on it. */
    @POST
    @Path("{id}/handover")
    @IdempotencyKey
    @IfMatchRequired
    @Operation(summary = "Record the signed hand-over of a closed manifest")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            "{\"handedOverBy\":\"Nguyễn Thị Văn Thư\",\"receivedBy\":\"Trần Văn Bưu Tá\"}")))
    public Uni<Response> handOver(
            @PathParam("id") @Parameter(example = "H03.01-20220608-1") String id, HandoverRequest body) {
        var step = step(id);
        var handedOverBy = name("/handedOverBy", body.handedOverBy());
        var receivedBy = name("/receivedBy", body.receivedBy());
        return desk.handOver(step, handedOverBy, receivedBy).flatMap(done -> answer(step));
    }

    private HandoverDesk.Step step(String id) {
        return new HandoverDesk.Step(id, request.caller(), request.key(), request.ifMatch());
    }

    private Uni<Response> answer(HandoverDesk.Step step) {
        return manifests
                .one(step.manifest(), step.caller(), request.language())
                .map(view -> Response.ok(view).tag(ETags.of(view.version())).build());
    }

    private static String name(String pointer, String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .pointer(
                            pointer,
                            "Họ tên người ký, từ 1 đến " + LONGEST_NAME + " ký tự.",
                            "The name of who signed, 1 to " + LONGEST_NAME + " characters.");
        }
        return name.strip();
    }
}
