package vn.motcua.dossier.papers.forms;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.papers.access.AccessLog;
import vn.motcua.dossier.papers.access.Purpose;
import vn.motcua.dossier.papers.access.Read;

/**
 * The register of a counter as it stands now. It names applicants, so it is reception's and the leaders'. 200; 400 for a day that is none; 403 for an agency that is not
 * the caller's or below it; 422 for a period that is too long or has too many dossiers; 503 while too many papers are being made.
 */
@Path("/v1/registers")
@RolesAllowed({Roles.RECEPTION, Roles.LEADER})
@Tag(name = "Papers")
public class RegisterResource {

    private final RegisterDesk desk;
    private final RegisterCalls calls;
    private final AccessLog log;

    RegisterResource(RegisterDesk desk, RegisterCalls calls, AccessLog log) {
        this.desk = desk;
        this.calls = calls;
        this.log = log;
    }

    @GET
    @Path("{agency}")
    @Produces({FormResource.PDF, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "printRegisterExtract",
            summary = "An extract of a counter's register as PDF, A4",
            description =
                    "Every dossier with a code of that agency from the first day to the last, as it stands now; marked as an extract, neither signed nor kept: at most 31 days and 2,000 dossiers.")
    @APIResponse(
            responseCode = "200",
            description = "The extract",
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
            @Parameter(example = "2022-06-08", required = true, description = "The first day") @QueryParam("from")
                    String from,
            @Parameter(example = "2022-06-08", description = "The last day; the first if absent") @QueryParam("to")
                    String to) {
        var reader = log.reader();
        var period = calls.period(agency, from, to);
        return desk.extract(period)
                .call(pdf -> log.note(reader, Read.register(agency, period.from() + "/" + period.to())))
                .map(pdf -> Pdf.answer(pdf, "register-" + agency + "-" + period.from() + "-" + period.to())
                        .build());
    }
}
