package vn.motcua.dossier.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many procedures there are, by department, sector and service level. 200; 400 for what is no date; open to all. */
@Path("/v1/catalogue/statistics")
@PermitAll
@Tag(name = "Catalogue")
public class StatisticsResource {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Catalogue catalogue;
    private final Clock clock;

    StatisticsResource(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How many procedures are in force on a day", description = "Open to all.")
    @APIResponse(
            responseCode = "200",
            description = "Each procedure counted once",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "one department", value = EXAMPLE)))
    public Statistics count(
            @Parameter(example = "2022-06-08", description = "In Vietnam; today if absent") @QueryParam("on")
                    LocalDate on) {
        return Statistics.of(catalogue, on == null ? LocalDate.ofInstant(clock.instant(), VIETNAM) : on);
    }

    static final String EXAMPLE = """
            {"on": "2022-06-08", "procedures": 1367, "online": 1363, "serviceLevels": {"2": 4, "3": 70, "4": 1293}, "departments": [\
            {"agency": "H03.01", "name": "Sở Tư pháp", "procedures": 132, "online": 131, "serviceLevels": {"2": 1, "3": 23, "4": 108}, \
            "handledAt": {"PROVINCE": 131}, "sectors": [\
            {"sector": "LS", "name": "Luật sư", "procedures": 1, "online": 1, "serviceLevels": {"4": 1}}]}]}""";
}
