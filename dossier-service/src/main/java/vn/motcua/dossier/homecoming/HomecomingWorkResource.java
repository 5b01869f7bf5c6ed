package vn.motcua.dossier.homecoming;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.edge.Roles;

/**
 * Parcels that arrived although their dossier could not be returned, for reception and leaders of the agency and those above it. 200; 403 for another
 * agency; settling: 404 for a line that is not theirs, 409 once it is settled, 422 without a note or with a key used for another request.
 */
@Path("/v1/homecoming-work")
@RolesAllowed({Roles.RECEPTION, Roles.LEADER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Homecoming")
public class HomecomingWorkResource {

    private static final String LIST = "homecoming-work|";
    private static final int LONGEST_NOTE = 2_000;
    private static final String UNIQUE_VIOLATION = "23505";

    /** @param note what was done about it, 1 to 2,000 characters */
    @Schema(name = "HomecomingSettlement")
    public record SettlementRequest(
            @Schema(maxLength = 2000, examples = "\"Đã liên hệ bưu điện và người nhận.\"")
            String note) {}

    private final HomecomingWorkStore store;
    private final CurrentRequest request;
    private final Clock clock;

    HomecomingWorkResource(HomecomingWorkStore store, CurrentRequest request, Clock clock) {
        this.store = store;
        this.request = request;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "What somebody has to look at, oldest first")
    public Uni<Response> open(
            @Parameter(example = "H03.01", description = "With those below it; the caller's own if absent")
                    @QueryParam("agency")
                    String agency,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Caller caller = request.caller();
        String asked = agency == null ? caller.agency() : agency;
        if (!caller.covers(asked)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("agency", "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
        }
        int size = Page.limit(limit);
        String list = LIST + asked;
        long after = cursor == null ? 0 : Cursor.read(list, 1, cursor, place -> Long.valueOf(place.get(0)));
        return store.open(asked, after, size + 1)
                .map(rows -> Page.of(rows, size, row -> Cursor.write(list, Long.toString(row.id)))
                        .map(HomecomingWorkView::of)
                        .response(uri));
    }

    @POST
    @Path("{id}/settlement")
    @IdempotencyKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say what was done about it")
    public Uni<HomecomingWorkView> settle(
            @Parameter(example = "1") @PathParam("id") String id, SettlementRequest body) {
        Caller caller = request.caller();
        RequestKey key = request.key();
        String note = note(body);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return mine(id, caller)
                .flatMap(row -> store.settle(row.id, at, note, key)
                        .onFailure(PgException.class)
                        .transform(failure -> UNIQUE_VIOLATION.equals(failure.getSqlState())
                                ? Problem.of(ProblemType.KEY_REUSED)
                                : failure)
                        .flatMap(done -> mine(id, caller).map(now -> answer(now, done, key))));
    }

    private static HomecomingWorkView answer(HomecomingWorkRow row, boolean done, RequestKey key) {
        boolean byThisKey = key.scope().equals(row.requestScope) && key.key().equals(row.requestKey);
        if (byThisKey && !key.sameRequest(row.requestDigest)) {
            throw Problem.of(ProblemType.KEY_REUSED);
        }
        if (!done && !byThisKey) {
            throw Problem.of(ProblemType.BARRED)
                    .detail("Việc này đã được giải quyết.", "This has been settled already.")
                    .with("reason", "ALREADY_SETTLED");
        }
        return HomecomingWorkView.of(row);
    }

    /** The same answer for a line that does not exist and one of another agency. */
    private Uni<HomecomingWorkRow> mine(String id, Caller caller) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return store.byId(Long.parseLong(id))
                .map(found -> found.filter(row -> caller.covers(row.agency))
                        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
    }

    private static String note(SettlementRequest body) {
        return Optional.ofNullable(body.note())
                .filter(note -> !note.isBlank() && note.length() <= LONGEST_NOTE)
                .orElseThrow(() -> Problem.of(ProblemType.RULE_VIOLATED)
                        .pointer("/note", "Từ 1 đến 2.000 ký tự.", "1 to 2,000 characters."));
    }
}
