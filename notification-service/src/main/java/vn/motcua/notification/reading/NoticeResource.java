package vn.motcua.notification.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatch;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.notification.notices.NoticeState;
import vn.motcua.notification.sending.NoticeActs;

/**
 * What was said to whom, and what a person decides about it. 200 with a page or a notice; 400 unless exactly one of dossier, code and state is asked
 * for, or without a key; 403 for lists by state that are not an operator's, except what is in doubt in the caller's own agencies; 404 for a notice that
 * is not there or not the caller's to see; 409 when the notice does not stand where the step begins; 412 for an {@code If-Match} (optional) that is old;
 * 422 for a key with another body. What lies outside the caller's agencies is left out of lists.
 */
@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class NoticeResource {

    private static final int LONGEST_CODE = 64;

    private final NoticeReading reading;
    private final NoticeActs acts;
    private final CurrentRequest request;

    NoticeResource(NoticeReading reading, NoticeActs acts, CurrentRequest request) {
        this.reading = reading;
        this.acts = acts;
        this.request = request;
    }

    /** What became of an email in doubt. */
    enum Outcome {
        ARRIVED,
        NOT_ARRIVED
    }

    /** @param note how it was found out, up to 500 characters, without personal data; may be left out */
    record ResolutionRequest(
            @NotNull Outcome outcome, @Size(max = 500) String note) {}

    @GET
    @RolesAllowed({Roles.RECEPTION, Roles.LEADER, Roles.OPERATOR})
    @Operation(
            summary = "Notices of a dossier, or of a state",
            description =
                    "Oldest first. By state: any for operators, who see neither recipient nor text; IN_DOUBT for reception and leaders,"
                            + " their own agencies' only.")
    public Uni<Response> list(
            @RestQuery UUID dossier,
            @Parameter(example = "H03.01-220608-0001") @RestQuery String code,
            @Parameter(example = "IN_DOUBT") @RestQuery NoticeState state,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @Context UriInfo uri) {
        var sight = Sight.of(request.caller());
        if (Stream.of(dossier, code, state).filter(asked -> asked != null).count() != 1) {
            throw Problem.of(ProblemType.MALFORMED)
                    .parameter(
                            "dossier",
                            "Cần đúng một trong: dossier, code, state.",
                            "Exactly one of dossier, code, state is needed.");
        }
        if (code != null && (code.length() > LONGEST_CODE || code.indexOf('\0') >= 0)) {
            throw Problem.of(ProblemType.MALFORMED)
                    .parameter("code", "Không phải mã hồ sơ.", "Not the code of a dossier.");
        }
        if (!sight.all() && (sight.agency() == null || state != null && state != NoticeState.IN_DOUBT)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        int rows = Page.limit(limit);
        var name = "notices|" + dossier + "|" + code + "|" + state;
        var question = new NoticeReading.Question(
                dossier,
                code,
                state == null ? null : state.name(),
                cursor == null ? 0 : Cursor.read(name, 1, cursor, place -> Long.valueOf(place.get(0))));
        return reading.list(question, sight, rows + 1)
                .map(found -> Page.of(found, rows, last -> Cursor.write(name, Long.toString(last.position)))
                        .map(row -> NoticeView.of(row, sight.seesContent(row)))
                        .response(uri));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.RECEPTION, Roles.LEADER, Roles.OPERATOR})
    @Operation(summary = "One notice", description = "The ETag rises with every change.")
    public Uni<Response> one(@RestPath UUID id) {
        return answer(id, Sight.of(request.caller()));
    }

    @POST
    @Path("{id}/resolution")
    @IdempotencyKey
    @RolesAllowed({Roles.RECEPTION, Roles.LEADER, Roles.OPERATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say what became of an email in doubt",
            description =
                    "ARRIVED: it counts as sent. NOT_ARRIVED: it is sent once more; the second time it counts as failed. For the dossier's"
                            + " agency, which can ask the recipient, and for operators, who can ask the mail server.")
    public Uni<Response> resolve(
            @RestPath UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "asked",
                                                            value =
                                                                    "{\"outcome\":\"NOT_ARRIVED\",\"note\":\"Đã hỏi người nhận\"}")))
                    @NotNull
                    @Valid
                    ResolutionRequest resolution,
            @Context HttpHeaders headers) {
        var sight = Sight.of(request.caller());
        var seen = seen(headers);
        var key = request.key();
        return visible(id, sight)
                .chain(() -> acts.resolve(id, seen, key, resolution.outcome() == Outcome.ARRIVED, resolution.note()))
                .chain(() -> answer(id, sight));
    }

    @POST
    @Path("{id}/release")
    @IdempotencyKey
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Let a notice go out that was held back as too old, or that a provider refused",
            description = "No body. What was suppressed for another reason stays so.")
    public Uni<Response> release(@RestPath UUID id, @Context HttpHeaders headers) {
        var sight = Sight.of(request.caller());
        return acts.release(id, seen(headers), request.key()).chain(() -> answer(id, sight));
    }

    private Uni<Response> answer(UUID id, Sight sight) {
        return visible(id, sight)
                .map(row -> Response.ok(NoticeView.of(row, sight.seesContent(row)))
                        .tag(ETags.of(row.rowVersion))
                        .build());
    }

    private Uni<NoticeRow> visible(UUID id, Sight sight) {
        return reading.one(id)
                .map(found -> found.filter(sight::sees)
                        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)
                                .detail("Không có thông báo này.", "There is no such notice.")));
    }

    private static Long seen(HttpHeaders headers) {
        return headers.getRequestHeader(HttpHeaders.IF_MATCH).isEmpty() ? null : IfMatch.required(headers);
    }
}
