package vn.motcua.dossier.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Untracked;
import vn.motcua.dossier.edge.Caching;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RateLimited;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.DossierStatus;

/**
 * What anybody may know who has a code: how far it is, nothing else. A code is not secret, so neither names, dates nor the way it ended are told.
 * Source: Circular 01/2018/TT-VPCP, art. 16. Who also holds the hash of one of its facts, which the slip shows, gets the history: 256 bits that
 * nobody guesses. 200; 400 for what is no hash; 404 for every code that leads nowhere and every hash that is not its own, whatever the reason; 429.
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

        static Completion of(ReadingStore.Stand stand) {
            return switch (DossierStatus.valueOf(stand.status())) {
                case SUBMITTED -> SUBMITTED;
                case ACCEPTED, PROCESSING, SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED -> IN_PROGRESS;
                case STOPPED -> stand.mayGoOn() ? IN_PROGRESS : DONE;
                case REFUSED, WITHDRAWN, COMPLETED, RETURNED -> DONE;
            };
        }
    }

    /** The answer without proof. */
    public record TrackingView(String code, Completion completion) {}

    /**
     * What stands on the slip beside the code.
     *
     * @param hash of any fact of the dossier, as its slip shows it: who holds it was given the history up to there
     */
    @Schema(name = "Slip")
    public record Slip(
            @Schema(pattern = "sha256:[0-9a-f]{64}") String hash) {
        @Override
        public String toString() {
            return "Slip[…]";
        }
    }

    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    private static final String SLIP = """
            {"hash": "sha256:5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"}""";

    private final ReadingStore store;
    private final Histories histories;

    TrackingResource(ReadingStore store, Histories histories) {
        this.store = store;
        this.histories = histories;
    }

    @GET
    @Path("{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How far a dossier is, without proof", description = "Open to all, limited per address.")
    public Uni<Response> track(@Parameter(example = "H03.01-220608-0001") @PathParam("code") String code) {
        // What has not the form of a code is asked for all the same: every answer takes the same way.
        String asked = DossierCode.parse(code).isPresent() ? code : "";
        return store.standOf(asked)
                .map(found -> found.map(stand -> new TrackingView(code, Completion.of(stand)))
                        .orElseThrow(Untracked::problem))
                .map(view -> Response.ok(view).cacheControl(Caching.unkept()).build());
    }

    @POST
    @Path("{code}/history")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "trackedHistory",
            summary = "What happened to a dossier, for who holds its slip",
            description = "The same answer that its owner gets with a token, without personal data. Asked with POST, "
                    + "so that the proof stands in no address and no log.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "by the slip", value = SLIP)))
    public Uni<Response> history(
            @Parameter(example = "H03.01-220608-0001") @PathParam("code") String code,
            Slip body,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        return proven(code, body)
                .flatMap(subject -> histories.page(Histories.asked(subject, limit, cursor), uri))
                .invoke(answer -> answer.getHeaders().putSingle("Cache-Control", "no-store"));
    }

    @POST
    @Path("{code}/history/proof")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "trackedProof",
            summary = "That this history went as far as this when a day ended, for who holds the slip")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "by the slip", value = SLIP)))
    public Uni<Response> proof(@Parameter(example = "H03.01-220608-0001") @PathParam("code") String code, Slip body) {
        return proven(code, body).flatMap(histories::proof);
    }

    private Uni<UUID> proven(String code, Slip slip) {
        if (slip == null || slip.hash() == null || !HASH.matcher(slip.hash()).matches()) {
            throw Problem.of(ProblemType.MALFORMED)
                    .pointer(
                            "/hash",
                            "Mã băm in trong mã QR của giấy tiếp nhận.",
                            "The hash in the QR code of the acceptance slip.");
        }
        String asked = DossierCode.parse(code).isPresent() ? code : "";
        return store.provenBy(asked, slip.hash()).map(found -> found.orElseThrow(Untracked::problem));
    }
}
