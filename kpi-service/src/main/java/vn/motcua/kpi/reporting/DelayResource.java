package vn.motcua.kpi.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import vn.motcua.dossier.edge.Roles;

/** Whose part of interlinked dossiers was late. Status codes as {@link IndicatorResource}. */
@Path("/v1/delays")
@Produces(MediaType.APPLICATION_JSON)
public class DelayResource {

    private final Asking asking;
    private final ReportDesk desk;

    DelayResource(Asking asking, ReportDesk desk) {
        this.asking = asking;
        this.desk = desk;
    }

    @GET
    @RolesAllowed({Roles.STATISTICS, Roles.LEADER})
    @Operation(
            summary = "Delay of the parts of interlinked dossiers, by the agency that held them",
            description =
                    "The delay of a leg is counted for the agency that held it; whether the dossier was late in all is counted for"
                            + " its lead agency, in the indicators and in report II.06a. Days late are calendar days after the leg's due"
                            + " day; where another agency took a leg over, each has the days that it held it. A leg without a limit is never late; legs of dossiers that were voided or merged count nowhere.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = DelayView.class),
                            examples =
                                    @ExampleObject(
                                            name = "two agencies held parts",
                                            value =
                                                    "{\"agency\":\"H03\",\"agencyName\":\"UBND tỉnh Bắc Kạn\",\"from\":\"2022-06-01\","
                                                            + "\"to\":\"2022-06-30\",\"judgedOn\":\"2022-06-30\",\"rows\":["
                                                            + "{\"agency\":\"H03.02\",\"agencyName\":\"Sở Tư pháp\",\"held\":7,\"finished\":6,"
                                                            + "\"late\":0,\"daysLate\":0,\"openLate\":0,\"openDaysLate\":0},"
                                                            + "{\"agency\":\"H03.03\",\"agencyName\":\"Sở Tài chính\",\"held\":5,"
                                                            + "\"finished\":4,\"late\":1,\"daysLate\":3,\"openLate\":1,"
                                                            + "\"openDaysLate\":2}]}")))
    public Uni<DelayView> delays(
            @Parameter(description = "Agency code, with its subtree; the caller's own if absent", example = "H03")
                    @QueryParam("agency")
                    String agency,
            @Parameter(
                            description =
                                    "HELD (if absent): legs that these agencies held, whoever leads the dossier; LED: legs of the"
                                            + " dossiers that these agencies answer for, whoever held them")
                    @QueryParam("legs")
                    Asking.Legs legs,
            @Parameter(description = "National id of the dossier's procedure; all if absent", example = "1.900201")
                    @QueryParam("procedure")
                    String procedure,
            @Parameter(description = Asking.Origin.MEANING) @QueryParam("origin") Asking.Origin origin,
            @Parameter(description = "First day", required = true, example = "2022-06-01") @QueryParam("from")
                    LocalDate from,
            @Parameter(description = "Last day, included", required = true, example = "2022-06-30") @QueryParam("to")
                    LocalDate to) {
        return desk.delays(
                asking.question(agency, procedure, null, origin, from, to), legs == null ? Asking.Legs.HELD : legs);
    }
}
