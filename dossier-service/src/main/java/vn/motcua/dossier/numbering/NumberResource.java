package vn.motcua.dossier.numbering;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.casework.NumberRefusals;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.edge.Times;

/**
 * Blocks of numbers and the day's register. 201 with the block; 200; 400 malformed; 403 not of their agency; 404 no such block; 409 {@code CODES_USED_UP}: the
 * day has not so many left; 422 unknown agency, a day or size out of range, a key with another body.
 */
@Path("/v1")
@RolesAllowed({Roles.RECEPTION, Roles.LEADER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Numbers", description = "Blocks of numbers for offices that work without a network")
public class NumberResource {

    private static final String RESERVATION = """
            {"agency": "H03.01", "date": "2022-06-08", "size": 50}""";

    private final NumberDesk desk;
    private final CurrentRequest request;

    NumberResource(NumberDesk desk, CurrentRequest request) {
        this.desk = desk;
        this.request = request;
    }

    @POST
    @Path("number-blocks")
    @IdempotencyKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reserveNumbers",
            summary = "Take a block of numbers out of an agency's day",
            description =
                    "For an office that will work without a network: its dossiers come in later under these numbers.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "fifty for today", value = RESERVATION)))
    public Uni<RestResponse<NumberBlock>> reserve(ReservationRequest body) {
        if (body == null) {
            throw Problem.of(ProblemType.MALFORMED).pointer("", "Thiếu nội dung.", "The body is missing.");
        }
        return desk.reserve(body, Parties.of(request.caller()), request.key())
                .map(block -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, block)
                        .header("Location", "/v1/number-blocks/" + block.id())
                        .build());
    }

    @GET
    @Path("number-blocks")
    @Operation(operationId = "numberBlocks", summary = "The blocks of an agency's day")
    public Uni<Page<NumberBlock>> all(
            @Parameter(example = "H03.01", required = true) @QueryParam("agency") String agency,
            @Parameter(example = "2022-06-08", required = true) @QueryParam("date") String date) {
        return desk.of(present(agency), read(date), Parties.of(request.caller()))
                .map(blocks -> new Page<>(blocks, null));
    }

    @POST
    @Path("number-blocks/{id}/closure")
    @Operation(
            operationId = "closeNumberBlock",
            summary = "Close a block: what nobody used is void",
            description = "Once everything that was taken in offline has come in. Twice is the same as once.")
    public Uni<NumberBlock> close(@PathParam("id") String id) {
        try {
            return desk.close(UUID.fromString(id), Parties.of(request.caller()));
        } catch (IllegalArgumentException noId) {
            throw NumberRefusals.noBlock();
        }
    }

    @GET
    @Path("number-registers/{agency}/{date}")
    @Operation(
            operationId = "numberRegister",
            summary = "What became of every number of an agency's day",
            description = "Used, reserved, void or missing, in runs without a gap between them.")
    public Uni<NumberRegister> register(
            @Parameter(example = "H03.01") @PathParam("agency") String agency,
            @Parameter(example = "2022-06-08") @PathParam("date") String date) {
        return desk.register(agency, read(date), Parties.of(request.caller()));
    }

    private static String present(String agency) {
        if (agency == null) {
            throw Problem.of(ProblemType.MALFORMED).parameter("agency", "Không được để trống.", "This is required.");
        }
        return agency;
    }

    private static LocalDate read(String day) {
        try {
            if (day != null) {
                return Times.day(day);
            }
        } catch (DateTimeException noDay) {
            // Told below.
        }
        throw Problem.of(ProblemType.MALFORMED).parameter("date", "Ngày, ví dụ 2022-06-08.", "A day: 2022-06-08.");
    }
}
