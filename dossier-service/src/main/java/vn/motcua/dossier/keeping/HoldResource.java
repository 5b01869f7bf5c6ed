package vn.motcua.dossier.keeping;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Roles;

/**
 * Legal holds on a dossier. 201 placed; 200; 404 unknown or not theirs; 409 {@code DESTROYED}, {@code LIFTED_ALREADY}; 412 the dossier has
 * changed since; 422. A hold leaves the dossier and its ETag as they are.
 */
@Path("/v1/dossiers/{id}/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.LEADER)
@Tag(name = "Archive")
public class HoldResource {

    private static final String EXAMPLE = """
            {"reason": "Công văn 15/2027/TA của Tòa án nhân dân tỉnh"}""";

    private final HoldDesk desk;
    private final KeepingCalls calls;

    HoldResource(HoldDesk desk, KeepingCalls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /** @param reason at most 500 characters: who wants it, under which number */
    @Schema(name = "LegalHoldRequest")
    public record HoldRequest(String reason) {}

    /**
     * A hold.
     *
     * @param code of the dossier; in lists of an agency
     * @param liftedAt absent while it holds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LegalHold")
    public record HoldView(
            UUID dossier,
            String code,
            int number,
            String reason,
            String placedBy,
            Instant placedAt,
            Instant liftedAt,
            String liftedBy,
            String liftingReason) {
        static HoldView of(HoldStore.HoldRow row, String code) {
            var lifting = row.lifting();
            return new HoldView(
                    row.dossier(),
                    code,
                    row.number(),
                    row.reason(),
                    row.placedBy(),
                    row.placedAt(),
                    lifting == null ? null : lifting.at(),
                    lifting == null ? null : lifting.by(),
                    lifting == null ? null : lifting.reason());
        }
    }

    /** The newest first, at most 100. */
    @Schema(name = "LegalHolds")
    public record HoldsView(List<HoldView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @IfMatchRequired
    @Operation(
            operationId = "placeLegalHold",
            summary = "Keep a dossier from being destroyed",
            description = "As long as one hold is on it; there may be several.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a court asks", value = EXAMPLE)))
    public Uni<RestResponse<HoldView>> place(@PathParam("id") String id, HoldRequest body) {
        var reason = calls.text("/reason", KeepingCalls.present(body).reason());
        return desk.place(KeepingCalls.id(id), reason, calls.callOnSeen())
                .map(row -> RestResponse.status(RestResponse.Status.CREATED, HoldView.of(row, null)));
    }

    @POST
    @Path("{number}/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    @IdempotencyKey
    @IfMatchRequired
    @Operation(operationId = "liftLegalHold", summary = "Let a dossier go again")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "the case is over", value = EXAMPLE)))
    public Uni<HoldView> lift(@PathParam("id") String id, @PathParam("number") int number, HoldRequest body) {
        var reason = calls.text("/reason", KeepingCalls.present(body).reason());
        return desk.lift(KeepingCalls.id(id), number, reason, calls.callOnSeen())
                .map(row -> HoldView.of(row, null));
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.LEADER})
    @Operation(operationId = "legalHoldsOfDossier", summary = "Who held a dossier back, and why")
    public Uni<HoldsView> of(@Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        return desk.of(KeepingCalls.id(id), calls.who())
                .map(rows -> new HoldsView(
                        rows.stream().map(row -> HoldView.of(row, null)).toList()));
    }
}
