package vn.motcua.kpi.reporting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.motcua.dossier.edge.Roles;

/** Report II.06a, as data and as a page to print. Status codes as {@link IndicatorResource}. */
@Path("/v1/reports/II.06a")
public class ReportResource {

    private final Asking asking;
    private final ReportDesk desk;

    ReportResource(Asking asking, ReportDesk desk) {
        this.asking = asking;
        this.desk = desk;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance report(ReportView report, Numbers numbers);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STATISTICS, Roles.LEADER})
    @Operation(
            summary = "Report II.06a of an agency with its subtree, by procedure with a total",
            description =
                    "A dossier whose clock stands still is in progress and in time, unless it was overdue already when the clock"
                            + " stopped. Dossiers that were voided or merged count nowhere. Where mirrored dossiers are counted apart,"
                            + " mirrored tells how many were received in the period; it is null where all are counted together.")
    public Uni<ReportView> json(
            @Parameter(example = "H03.02") @QueryParam("agency") String agency,
            @Parameter(description = Asking.Origin.MEANING) @QueryParam("origin") Asking.Origin origin,
            @Parameter(required = true, example = "2022-01-01") @QueryParam("from") LocalDate from,
            @Parameter(required = true, example = "2022-05-19") @QueryParam("to") LocalDate to) {
        return desk.report(asking.question(agency, null, null, origin, from, to));
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({Roles.STATISTICS, Roles.LEADER})
    @Operation(summary = "The same report as a page to print")
    public Uni<TemplateInstance> page(
            @QueryParam("agency") String agency,
            @Parameter(description = Asking.Origin.MEANING) @QueryParam("origin") Asking.Origin origin,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to) {
        return desk.report(asking.question(agency, null, null, origin, from, to))
                .map(report -> Templates.report(report, Numbers.VIETNAMESE));
    }
}
