package vn.motcua.dossier.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RateLimited;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.DossierStatus;

/**
 * What anybody may know who has a code: how far it is, nothing else. A code is not secret, so neither names, dates nor the way it ended are told.
 * Source: Circular 01/2018/TT-VPCP, art. 16. 200; 404 for every code that leads nowhere, whatever the reason; 429.
 */
@Path("/v1/tracking")
@PermitAll
@RateLimited
@Tag(name = "Tracking")
public class TrackingResource {

    /** How far a dossier is, as far as everybody may know. */
    public enum Completion {
        SUBMITTED,
        IN_PROGRESS,
        /** Nothing more is worked on, however it ended. */
        DONE;

        static Completion of(DossierStatus status) {
            return switch (status) {
                case SUBMITTED -> SUBMITTED;
                case ACCEPTED, PROCESSING, SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED -> IN_PROGRESS;
                case REFUSED, WITHDRAWN, STOPPED, COMPLETED, RETURNED -> DONE;
            };
        }
    }

    /** The answer without proof. */
    public record TrackingView(String code, Completion completion) {}

    private final ReadingStore store;

    TrackingResource(ReadingStore store) {
        this.store = store;
    }

    @GET
    @Path("{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How far a dossier is, without proof", description = "Open to all, limited per address.")
    public Uni<Response> track(@Parameter(example = "H03.01-220608-0001") @PathParam("code") String code) {
        // What has not the form of a code is asked for all the same: every answer takes the same way.
        String asked = DossierCode.parse(code).isPresent() ? code : "";
        return store.statusOf(asked)
                .map(found -> found.map(DossierStatus::valueOf)
                        .map(status -> new TrackingView(code, Completion.of(status)))
                        .orElseThrow(TrackingResource::unknown))
                .map(view -> Response.ok(view).cacheControl(unkept()).build());
    }

    private static CacheControl unkept() {
        CacheControl unkept = new CacheControl();
        unkept.setNoStore(true);
        unkept.setNoTransform(false);
        return unkept;
    }

    private static Problem unknown() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail(
                        "Không có hồ sơ nào mang mã này; xin kiểm tra lại mã trên giấy tiếp nhận.",
                        "No dossier has this code; check it against your slip.");
    }
}
