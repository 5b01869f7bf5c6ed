package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;

/**
 * Missing events for operators. 200; skipping: 409 where there is no such gap (any more), 422 without a reason, 503 while the database is away. A
 * skip names exactly what it skips and may be repeated without harm, so it needs no key.
 */
@Path("/v1/gaps")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Operators")
class GapResource {

    private final Gaps gaps;
    private final GapStore store;
    private final CurrentRequest request;

    GapResource(Gaps gaps, GapStore store, CurrentRequest request) {
        this.gaps = gaps;
        this.store = store;
        this.request = request;
    }

    /**
     * A gap as it was listed, and why it is skipped.
     *
     * @param first the subject's next sequence
     * @param last the one before the first event that waits
     * @param reason 1 to 500 characters, without personal data
     */
    @Schema(name = "GapSkip")
    record SkipRequest(
            @Schema(required = true) String stream,
            @Schema(required = true) String source,
            @Schema(required = true) UUID subject,

            @Schema(required = true, minimum = "1") Long first,

            @Schema(required = true, minimum = "1") Long last,

            @Schema(required = true, minLength = 1, maxLength = Acts.LONGEST_REASON)
            String reason) {}

    @GET
    @Operation(
            summary = "Events that have not come while later ones wait",
            description = "By stream, source and subject. Usually they are on their way.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "two are missing", value = Examples.GAPS)))
    public Uni<Response> list(
            @RestQuery String stream, @RestQuery String cursor, @RestQuery Integer limit, @Context UriInfo uri) {
        int rows = Page.limit(limit);
        var list = "gaps|" + stream;
        return store.open(stream, WaitingPlace.read(list, cursor), rows + 1)
                .map(found -> Page.of(found, rows, last -> WaitingPlace.write(list, last))
                        .response(uri));
    }

    @POST
    @Path("skip")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Give up events that are lost for good and apply those behind them",
            description = "Kept with who and why. One of them that comes later all the same is passed over.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "discarded at its source", value = Examples.SKIP)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = SkippedGap.class),
                            examples = @ExampleObject(name = "skipped", value = Examples.SKIPPED)))
    public Uni<SkippedGap> skip(SkipRequest skip) {
        var reason = Acts.reason(skip == null ? null : skip.reason());
        var stream = given("/stream", skip.stream());
        var subject = new Subject(given("/source", skip.source()), given("/subject", skip.subject()));
        long first = given("/first", skip.first());
        long last = given("/last", skip.last());
        if (first < 1 || last < first || last == Long.MAX_VALUE) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .pointer("/last", "Cần 1 ≤ first ≤ last.", "1 ≤ first ≤ last is needed.");
        }
        return gaps.skip(new SkippedGap.Order(
                stream, subject, first, last, request.caller().subject(), reason));
    }

    private static <T> T given(String pointer, T value) {
        if (value == null || value instanceof String text && text.indexOf('\0') >= 0) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .pointer(pointer, "Cần có giá trị này.", "This value is needed.");
        }
        return value;
    }
}
