package vn.motcua.kpi.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.kpi.indicators.Indicator;

/**
 * 200 the indicators · 400 a parameter that cannot be read, or no period · 401 no token · 403 another agency, or neither statistics nor
 * leader · 422 an agency or procedure that is not in the catalogue, or a period that ends before it begins.
 */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorResource {

    private final Asking asking;
    private final ReportDesk desk;

    IndicatorResource(Asking asking, ReportDesk desk) {
        this.asking = asking;
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Roles.STATISTICS, Roles.LEADER})
    @Operation(summary = "The indicators of an agency with its subtree", description = Codes.MEANING)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Indicator.class),
                            examples =
                                    @ExampleObject(
                                            name = "some of them",
                                            value =
                                                    "[{\"code\":\"RECEIVED\",\"value\":254,\"numerator\":254,\"denominator\":null},"
                                                            + "{\"code\":\"ON_TIME_RATE\",\"value\":100.00,\"numerator\":254,"
                                                            + "\"denominator\":254}]")))
    public Uni<List<Indicator>> indicators(
            @Parameter(description = "Agency code; the caller's own if absent", example = "H03.02")
                    @QueryParam("agency")
                    String agency,
            @Parameter(description = "National id; all if absent", example = "1.900201") @QueryParam("procedure")
                    String procedure,
            @Parameter(description = "All if absent") @QueryParam("channel") Asking.Channel channel,
            @Parameter(description = Asking.Origin.MEANING) @QueryParam("origin") Asking.Origin origin,
            @Parameter(description = "First day", required = true, example = "2022-01-01") @QueryParam("from")
                    LocalDate from,
            @Parameter(description = "Last day, included", required = true, example = "2022-05-19") @QueryParam("to")
                    LocalDate to) {
        return desk.indicators(asking.question(agency, procedure, channel, origin, from, to));
    }
}
