package vn.motcua.dossier.papers.forms;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.Law;
import vn.motcua.dossier.edge.Caching;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.edge.Times;
import vn.motcua.dossier.papers.signing.Seal;

/**
 * The register of a counter. It names applicants, so it is reception's and the leaders'. 200; 400 for a day that is none; 403 for an agency that is not
 * the caller's or below it; 422 for a period that is too long or has too many dossiers; 503 while too many papers are being made.
 */
@Path("/v1/registers")
@RolesAllowed({Roles.RECEPTION, Roles.LEADER})
@Tag(name = "Papers")
public class RegisterResource {

    private final RegisterStore store;
    private final Catalogue catalogue;
    private final Law law;
    private final Press press;
    private final Seal seal;
    private final FormLimits limits;
    private final CurrentRequest request;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Printer printer;

    RegisterResource(
            RegisterStore store,
            Catalogue catalogue,
            Law law,
            Printer printer,
            Press press,
            Seal seal,
            FormLimits limits,
            CurrentRequest request,
            Clock clock,
            MeterRegistry metrics) {
        this.store = store;
        this.catalogue = catalogue;
        this.law = law;
        this.printer = printer;
        this.press = press;
        this.seal = seal;
        this.limits = limits;
        this.request = request;
        this.clock = clock;
        this.metrics = metrics;
    }

    @GET
    @Path("{agency}")
    @Produces({FormResource.PDF, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "printRegister",
            summary = "A counter's register as PDF, A4",
            description =
                    "Every dossier with a code of that agency from the first day to the last, as it stands now; not kept: at most 31 days and 2,000 dossiers.")
    @APIResponse(
            responseCode = "200",
            description = "The register",
            content =
                    @Content(
                            mediaType = FormResource.PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> print(
            @Parameter(example = "H03.01") @PathParam("agency") String agency,
            @Parameter(example = "2022-06-08", required = true, description = "The first day") @QueryParam("from")
                    String from,
            @Parameter(example = "2022-06-08", description = "The last day; the first if absent") @QueryParam("to")
                    String to) {
        if (!request.caller().covers(agency) || catalogue.agency(agency).isEmpty()) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .parameter("agency", "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
        }
        var first = day("from", from);
        var last = to == null ? first : day("to", to);
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= limits.maxRegisterDays()) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .parameter(
                            "to",
                            "Không trước ngày đầu và tối đa " + limits.maxRegisterDays() + " ngày.",
                            "Not before the first day, and at most " + limits.maxRegisterDays() + " days.");
        }
        return store.of(agency, first, last, limits.maxRegisterLines() + 1)
                .invoke(this::fits)
                .flatMap(rows -> press.take(() -> seal.put(printer.print(
                        "register",
                        Map.of(
                                "page",
                                Register.of(
                                        catalogue,
                                        law.on(last).forms().on(last).list(),
                                        agency,
                                        first,
                                        last,
                                        rows,
                                        clock.instant()))))))
                .invoke(pdf -> metrics.counter("motcua.form.served", "kind", "REGISTER")
                        .increment())
                .map(pdf -> Response.ok(pdf, FormResource.PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "inline; filename=\"register-" + agency + "-" + first + "-" + last + ".pdf\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .cacheControl(Caching.unkept())
                        .build());
    }

    private void fits(List<Register.Row> rows) {
        if (rows.size() > limits.maxRegisterLines()) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .detail(
                            "Quá " + limits.maxRegisterLines() + " hồ sơ; xin chọn ít ngày hơn.",
                            "More than " + limits.maxRegisterLines() + " dossiers; choose fewer days.");
        }
    }

    private static LocalDate day(String name, String given) {
        try {
            if (given != null) {
                return Times.day(given);
            }
        } catch (DateTimeException noDay) {
            // Told below, as its absence is.
        }
        throw Problem.of(ProblemType.MALFORMED)
                .parameter(name, "Ngày, ví dụ 2022-06-08.", "A day, such as 2022-06-08.");
    }
}
