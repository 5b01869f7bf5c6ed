package vn.motcua.dossier.papers.forms;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.edge.Caching;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.papers.access.AccessLog;
import vn.motcua.dossier.papers.access.Purpose;
import vn.motcua.dossier.papers.access.Read;

/**
 * Registers of days that are over, closed under a number of the agency's year and kept: a reprint is the original. Reception's and the leaders'. 201, 200;
 * 400 for a day that is none; 403 for an agency that is not the caller's or below it; 404 for a number that there is not; 409 {@code DAY_NOT_OVER}; 422
 * for a period that is too long or has too many dossiers, a key with another body; 429 for too many on one day; 503 while too many papers are being
 * made, or a signing service or the store is away.
 */
@Path("/v1/registers/{agency}/originals")
@RolesAllowed({Roles.RECEPTION, Roles.LEADER})
@Tag(name = "Papers")
public class ClosedRegisterResource {

    private static final String EXAMPLE = """
            {"from": "2022-06-01", "to": "2022-06-07"}""";

    private static final String CLOSED = """
            {"agency": "H03.01", "year": 2022, "number": 3, "from": "2022-06-01", "to": "2022-06-07", "closedAt": "2022-06-08T01:00:00Z", "lines": 41, \
            "heads": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "rootDay": "2022-06-07", \
            "root": "sha256:29eb30f389ebe71be4ddd702a566665feef5f6b4cf93d8c3c548a1e1a169a81b", \
            "sha256": "sha256:07af6603627ca5c002a31b59ecf72752a33409f1e8ca498bfecc20037bba9c36", "bytes": 48213, "signed": true, \
            "href": "/v1/registers/H03.01/originals/2022/3"}""";

    private static final String HEADS =
            "H03.01-220601-0001 01814035-3f80-7cc3-98c4-dc0c0c07398f 5 sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\n";

    private final RegisterDesk desk;
    private final RegisterCalls calls;
    private final CurrentRequest request;
    private final AccessLog log;

    ClosedRegisterResource(RegisterDesk desk, RegisterCalls calls, CurrentRequest request, AccessLog log) {
        this.desk = desk;
        this.calls = calls;
        this.request = request;
        this.log = log;
    }

    /** Which days. @param to the last one; the first if absent */
    @Schema(name = "RegisterClosing")
    public record ClosingRequest(
            @Schema(examples = "\"2022-06-01\"") LocalDate from,
            @Schema(examples = "\"2022-06-07\"") LocalDate to) {}

    /** Closed registers, newest first. */
    @Schema(name = "ClosedRegisters")
    public record RegisterPage(java.util.List<RegisterView> items, String next) {}

    @POST
    @IdempotencyKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "closeRegister",
            summary = "Close a counter's register of days that are over",
            description =
                    "Every dossier with a code of that agency from the first day to the last, as it stands now, with the head of its history; numbered, signed and"
                            + " kept. At most 31 days, 2,000 dossiers, and 20 registers a day.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a week", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "It is closed",
            content =
                    @Content(
                            schema = @Schema(implementation = RegisterView.class),
                            examples = @ExampleObject(name = "closed", value = CLOSED)))
    public Uni<RestResponse<RegisterView>> close(
            @Parameter(example = "H03.01") @PathParam("agency") String agency, ClosingRequest body) {
        if (body == null) {
            throw Problem.of(ProblemType.MALFORMED).pointer("", "Thiếu nội dung.", "The body is missing.");
        }
        var period = calls.period(agency, body.from(), body.to());
        return desk.close(period, request.caller().subject(), request.key())
                .map(ClosedRegisterStore.Closed::view)
                .map(view -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                        .header("Location", view.href())
                        .build());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "closedRegisters", summary = "The registers that a counter has closed, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The registers",
            content =
                    @Content(
                            schema = @Schema(implementation = RegisterPage.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\": [" + CLOSED + "]}")))
    public Uni<Response> all(
            @Parameter(example = "H03.01") @PathParam("agency") String agency,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        calls.mayHave(agency);
        int size = Page.limit(limit);
        var list = "registers|" + agency;
        var before = cursor == null
                ? null
                : Cursor.read(
                        list, 2, cursor, at -> new int[] {Integer.parseInt(at.get(0)), Integer.parseInt(at.get(1))});
        return desk.page(agency, before == null ? null : before[0], before == null ? null : before[1], size + 1)
                .map(found -> Page.of(
                                found.stream()
                                        .map(ClosedRegisterStore.Closed::view)
                                        .toList(),
                                size,
                                last -> Cursor.write(
                                        list, Integer.toString(last.year()), Integer.toString(last.number())))
                        .response(uri));
    }

    @GET
    @Path("{year}/{number}")
    @Produces({FormResource.PDF, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "printClosedRegister",
            summary = "A closed register as PDF",
            description = "The very same bytes each time: the ETag is their SHA-256.")
    @APIResponse(
            responseCode = "200",
            description = "The original",
            content =
                    @Content(
                            mediaType = FormResource.PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Parameter(
            name = Purpose.HEADER,
            in = ParameterIn.HEADER,
            description = "What it is read for; absent: OWN for citizens, CASEWORK for officials",
            schema = @Schema(implementation = Purpose.class))
    public Uni<Response> print(
            @Parameter(example = "H03.01") @PathParam("agency") String agency,
            @Parameter(example = "2022", schema = @Schema(type = SchemaType.INTEGER)) @PathParam("year") String year,
            @Parameter(example = "3", schema = @Schema(type = SchemaType.INTEGER)) @PathParam("number") String number) {
        var reader = log.reader();
        return found(agency, year, number)
                .flatMap(closed -> desk.bytes(closed)
                        .call(pdf -> log.note(
                                reader,
                                Read.register(
                                        agency,
                                        closed.closing().year() + "/"
                                                + closed.closing().number())))
                        .map(pdf -> Pdf.answer(pdf, "register-" + agency + "-" + year + "-" + number)
                                .tag(new EntityTag(closed.sha256()))
                                .build()));
    }

    @GET
    @Path("{year}/{number}/heads")
    @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "headsOfClosedRegister",
            summary = "Where the history of each dossier of a closed register stood",
            description =
                    "A line each, in the order of the register: code, id, number and hash of the last fact. The SHA-256 of this text is in the register's QR code.")
    @APIResponse(
            responseCode = "200",
            description = "The heads",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "one dossier", value = HEADS)))
    public Uni<Response> heads(
            @Parameter(example = "H03.01") @PathParam("agency") String agency,
            @Parameter(example = "2022", schema = @Schema(type = SchemaType.INTEGER)) @PathParam("year") String year,
            @Parameter(example = "3", schema = @Schema(type = SchemaType.INTEGER)) @PathParam("number") String number) {
        return found(agency, year, number)
                .map(closed -> Response.ok(closed.heads(), MediaType.TEXT_PLAIN)
                        .cacheControl(Caching.unkept())
                        .build());
    }

    private Uni<ClosedRegisterStore.Closed> found(String agency, String year, String number) {
        calls.mayHave(agency);
        try {
            return desk.one(agency, Integer.parseInt(year), Integer.parseInt(number));
        } catch (NumberFormatException noNumber) {
            throw FormDesk.notFound();
        }
    }
}
