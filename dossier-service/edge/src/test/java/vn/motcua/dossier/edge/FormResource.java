package vn.motcua.dossier.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** A resource as services write them, with one method per way of failing. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.RECEPTION)
public class FormResource {

    public enum Channel {
        COUNTER,
        ONLINE
    }

    public record Paper(@NotBlank String name, @Min(1) int copies) {}

    public record FormRequest(
            @NotBlank @Size(max = 200) String title,
            Channel channel,
            Integer count,
            boolean urgent,
            LocalDate day,
            Instant at,
            UUID reference,
            List<@Valid Paper> papers) {}

    public record FormView(UUID id, String title, String caller, String key, String digest, long ifMatch) {}

    public record Row(int number) {}

    private final CurrentRequest request;
    private final Clock clock;

    public FormResource(CurrentRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    @POST
    @Path("/forms")
    @IdempotencyKey
    public Uni<Response> create(@Valid FormRequest body) {
        var key = request.key();
        return answer(UUID.fromString("0197f000-0000-7000-8000-000000000001"), key, -1, body.title());
    }

    @POST
    @Path("/forms/{id}/acceptance")
    @IdempotencyKey
    @IfMatchRequired
    public Uni<Response> accept(@PathParam("id") UUID id, @Valid FormRequest body) {
        return answer(id, request.key(), request.ifMatch(), body.title());
    }

    private Uni<Response> answer(UUID id, RequestKey key, long ifMatch, String title) {
        var caller = request.caller();
        return Uni.createFrom()
                .item(new FormView(
                        id, title, caller.subject(), key.key(), HexFormat.of().formatHex(key.digest()), ifMatch))
                .map(view -> Response.ok(view).tag(ETags.of(ifMatch + 1)).build());
    }

    @GET
    @Path("/forms")
    public Response list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        var size = Page.limit(limit);
        var from = cursor == null
                ? 0
                : Integer.parseInt(Cursor.read("forms", 1, cursor).get(0));
        var rows = IntStream.range(from, Math.min(7, from + size + 1))
                .mapToObj(Row::new)
                .toList();
        return Page.of(rows, size, row -> Cursor.write("forms", Integer.toString(row.number() + 1)))
                .response(uri);
    }

    @GET
    @Path("/forms/{id}")
    public Uni<FormView> get(@PathParam("id") UUID id) {
        return Uni.createFrom()
                .failure(Problem.of(ProblemType.NOT_FOUND).detail("Không có hồ sơ này.", "There is no such dossier."));
    }

    @GET
    @Path("/typed")
    @Produces(MediaType.TEXT_PLAIN)
    public String typed(
            @QueryParam("day") LocalDate day,
            @QueryParam("n") int n,
            @QueryParam("channel") Channel channel,
            @NotNull @QueryParam("must") String must) {
        return day + " " + n + " " + channel + " " + must;
    }

    @GET
    @Path("/whoami")
    public Caller whoami() {
        return request.caller();
    }

    @GET
    @Path("/trace")
    public Map<String, String> trace() {
        return Map.of("traceparent", Trace.current(), "now", clock.instant().toString());
    }

    @GET
    @Path("/faults/{kind}")
    public Uni<String> fault(@PathParam("kind") String kind) {
        return switch (kind) {
            case "bug" -> throw new IllegalStateException("Nguyễn Văn A, 012345678901");
            case "later-bug" -> Uni.createFrom().failure(new NullPointerException("0912345678"));
            case "barred" ->
                throw Problem.of(ProblemType.BARRED)
                        .detail("Hồ sơ đã trả kết quả.", "The dossier was returned.")
                        .with("reason", "ALREADY_RETURNED");
            case "wrapped" -> Uni.createFrom().failure(new CompletionException(Problem.of(ProblemType.STALE)));
            case "away" -> Uni.createFrom().failure(new ConnectException("db:5432"));
            case "calendar" ->
                throw Problem.of(ProblemType.CALENDAR_NOT_PUBLISHED).with("year", 2031);
            default -> throw new AssertionError(kind);
        };
    }

    @GET
    @Path("/open/{code}")
    @PermitAll
    @RateLimited
    public String open(@PathParam("code") String code) {
        return "\"" + code + "\"";
    }

    @GET
    @Path("/open-but-asks")
    @PermitAll
    public String openButAsks() {
        return request.caller().subject();
    }

    @GET
    @Path("/kept")
    @PermitAll
    public Response kept() {
        return Response.ok("x").header("Cache-Control", "max-age=60").build();
    }

    @POST
    @Path("/streams")
    @Consumes("application/x-ndjson")
    @Produces(MediaType.TEXT_PLAIN)
    @io.smallrye.common.annotation.Blocking
    public String stream(InputStream lines) throws IOException {
        return Integer.toString(lines.readAllBytes().length);
    }
}
