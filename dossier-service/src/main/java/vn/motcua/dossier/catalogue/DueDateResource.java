package vn.motcua.dossier.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.calendar.DueLine;
import vn.motcua.dossier.calendar.Explanation;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RateLimited;

/**
 * When a limit would end, and why: anybody can check the date on their slip. 200; 400 naming every parameter that is wrong; 422 for an unknown agency; 429;
 * 503 when a year on the way has no calendar.
 */
@Path("/v1/due-dates")
@PermitAll
@RateLimited
@Tag(name = "Catalogue")
public class DueDateResource {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /**
     * The answer.
     *
     * @param dueAt when the limit ends
     * @param start as asked
     * @param explanation in the order of counting
     */
    public record DueDateView(
            Instant dueAt, Instant start, int limit, LimitUnit unit, String agency, List<LineView> explanation) {}

    /**
     * A step of the counting.
     *
     * @param date the day it is about, in Vietnam
     * @param at the instant it is about; absent where the whole day is meant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineView(DueLine.Kind kind, LocalDate date, Instant at, String vi, String en) {}

    private final Catalogue catalogue;

    DueDateResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "When a limit ends, with its explanation", description = "Open to all, limited per address.")
    @Parameter(name = "start", in = ParameterIn.QUERY, required = true, example = "2022-06-08T09:00")
    @Parameter(name = "limit", in = ParameterIn.QUERY, required = true, example = "3", description = "1 to 1000")
    @Parameter(name = "unit", in = ParameterIn.QUERY, required = true, example = "WORKING_DAYS")
    @Parameter(name = "agency", in = ParameterIn.QUERY, required = true, example = "H03.01")
    public DueDateView dueDate(@Context UriInfo uri) {
        DueDateQuestion question = DueDateQuestion.of(uri.getQueryParameters());
        if (catalogue.agency(question.agency()).isEmpty()) {
            throw Problem.of(ProblemType.UNKNOWN_CODE)
                    .parameter("agency", "Không có cơ quan này trong danh mục.", "No such agency in the catalogue.");
        }
        WorkingCalendar calendar = catalogue.calendar(question.agency());
        try {
            Explanation explained = calendar.explain(question.start(), question.limit());
            return new DueDateView(
                    explained.dueAt(),
                    question.start(),
                    question.limit().amount(),
                    question.limit().unit(),
                    question.agency(),
                    explained.lines().stream().map(line -> view(line, calendar)).toList());
        } catch (CalendarNotPublished missing) {
            throw CalendarProblem.of(missing);
        }
    }

    private static LineView view(DueLine line, WorkingCalendar calendar) {
        return new LineView(
                line.kind(),
                line.date(),
                line.time() == null
                        ? null
                        : line.date()
                                .atTime(line.time())
                                .atZone(calendar.zone())
                                .toInstant(),
                line.text(VIETNAMESE),
                line.text(Locale.ENGLISH));
    }
}
