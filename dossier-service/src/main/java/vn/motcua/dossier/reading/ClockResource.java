package vn.motcua.dossier.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.calendar.WorkingCalendar;
import vn.motcua.dossier.casework.Dates;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.casework.Standing;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.lifecycle.ClockEntry;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Rights;

/**
 * Why a dossier is due when it is due, line by line. 200; 404 for an id that is unknown or not theirs to know of, in the same words. A line whose
 * calendar is not published any more says what was counted, without the days.
 */
@Path("/v1/dossiers/{id}/clock")
@RolesAllowed({Roles.CITIZEN, Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.CASHIER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reading")
public class ClockResource {

    private final ReadingStore store;
    private final Catalogue catalogue;
    private final Dates dates;
    private final Standing standing;
    private final CurrentRequest request;

    ClockResource(ReadingStore store, Catalogue catalogue, Dates dates, Standing standing, CurrentRequest request) {
        this.store = store;
        this.catalogue = catalogue;
        this.dates = dates;
        this.standing = standing;
        this.request = request;
    }

    /**
     * A dossier's clock.
     *
     * @param dueAt absent before acceptance and without a time limit
     * @param originalDueAt the first date promised; moved only where the law counts the whole limit anew
     * @param pausedSince absent while the clock runs
     * @param lines in the order in which it happened
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DossierClock")
    public record ClockView(
            String code, Instant dueAt, Instant originalDueAt, Instant pausedSince, List<LineView> lines) {}

    /**
     * Something that happened to the clock.
     *
     * @param cause why it paused, stopped or was extended
     * @param limit that was counted from {@code at}; after a correction, from where the limit last began
     * @param dueAt where that leads
     * @param calendar edition of the calendar that was used
     * @param step of the right procedure's workflow that began with a correction
     * @param stepDueAt until when that step is due
     * @param explanation in the language asked for: what the line did, and below it day by day how a limit was counted, or what was left where it was
     *     counted on, as long as the calendar of then is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ClockLine")
    public record LineView(
            ClockEntry.Kind kind,
            Instant at,
            String cause,
            TimeLimit limit,
            Instant dueAt,
            String calendar,
            String step,
            Instant stepDueAt,
            List<String> explanation) {}

    @GET
    @Operation(summary = "Why a dossier is due when it is due", description = "The ledger of its clock, explained.")
    public Uni<ClockView> clock(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id,
            @Context HttpHeaders headers) {
        var who = Parties.of(request.caller());
        var language = headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(word -> word.equals("vi") || word.equals("en"))
                .findFirst()
                .orElse("vi");
        return store.bare(ReadingResource.read(id))
                .map(row -> row.map(DossierRow::dossier).orElseThrow(ReadingResource::notFound))
                .chain(dossier -> standing.looking(who, dossier).map(now -> {
                    if (!Rights.maySee(now, dossier)) {
                        throw ReadingResource.notFound();
                    }
                    return view(dossier, Locale.forLanguageTag(language));
                }));
    }

    ClockView view(Dossier dossier, Locale language) {
        var times = dossier.timeline();
        return new ClockView(
                dossier.code(),
                times.dueAt(),
                times.originalDueAt(),
                dossier.course().pausedSince().orElse(null),
                dossier.course().clock().stream()
                        .map(entry -> line(dossier, entry, language))
                        .toList());
    }

    private LineView line(Dossier dossier, ClockEntry entry, Locale language) {
        return new LineView(
                entry.kind(),
                entry.at(),
                entry.cause(),
                entry.limit(),
                entry.dueAt(),
                entry.calendar(),
                entry.step(),
                entry.stepDueAt(),
                explanation(dossier, entry, language));
    }

    /**
     * Day by day by the calendar that the line was counted by, and only where it leads to the date that was promised: another one would explain another
     * date. What the line says of itself is said of every line.
     */
    private List<String> explanation(Dossier dossier, ClockEntry entry, Locale language) {
        var told = new LedgerText(dossier.course().clock(), code -> reason(code, language), language).of(entry);
        var days = details(dossier, entry, language);
        return days == null
                ? List.of(told)
                : Stream.concat(Stream.of(told), days.stream()).toList();
    }

    private String reason(String code, Locale language) {
        return catalogue
                .reason(code)
                .map(reason -> language.getLanguage().equals("en")
                        ? reason.names().en()
                        : reason.names().vi())
                .orElse(code);
    }

    private List<String> details(Dossier dossier, ClockEntry entry, Locale language) {
        if (entry.limit() == null) {
            return switch (entry.kind()) {
                case RESUME, REOPEN -> countedOn(dossier, entry, language);
                case REDATE -> countedAnew(dossier, entry, language);
                case START, RESTART, PAUSE, EXTEND, CORRECT, STOP -> null;
            };
        }
        if (entry.kind() != ClockEntry.Kind.CORRECT) {
            return counted(dossier, entry.at(), entry, language);
        }
        var first = CorrectionText.begun(dossier.course().clock(), entry);
        var begun = first == null ? null : first.at();
        var lines = new ArrayList<>(CorrectionText.of(entry, begun, language));
        // Where it paused in between, counting from the start alone does not lead there: then the sentences have to do.
        var days = begun == null ? null : counted(dossier, begun, entry, language);
        if (days != null) {
            lines.addAll(days);
        }
        return List.copyOf(lines);
    }

    /** From where the limit last began, if nothing paused it since: else counting from there does not lead to the date. */
    private List<String> countedAnew(Dossier dossier, ClockEntry redating, Locale language) {
        var begun = CorrectionText.begun(dossier.course().clock(), redating);
        return begun == null || redating.dueAt() == null
                ? null
                : counted(calendar(dossier, redating), begun.at(), begun.limit(), redating.dueAt(), language);
    }

    private List<String> countedOn(Dossier dossier, ClockEntry entry, Locale language) {
        if (entry.dueAt() == null) {
            return null;
        }
        try {
            var unit = dates.unit(dossier.matter());
            return ResumptionText.of(dossier.course().clock(), entry, unit, calendar(dossier, entry), language);
        } catch (CalendarNotPublished missing) {
            return null;
        }
    }

    private List<String> counted(Dossier dossier, Instant from, ClockEntry entry, Locale language) {
        try {
            var calendar = calendar(dossier, entry);
            if (dates.isDueTheSameDay(dossier.matter(), entry, calendar)) {
                return List.of(SameDayText.of(dates.rules(dossier.matter()).sameDayUntil(), language));
            }
            return counted(calendar, from, entry.limit(), entry.dueAt(), language);
        } catch (CalendarNotPublished missing) {
            return null;
        }
    }

    /** That of then; that of now where nobody knows the other any more. */
    private WorkingCalendar calendar(Dossier dossier, ClockEntry entry) {
        var agency = dossier.matter().agency();
        return Optional.ofNullable(entry.calendar())
                .flatMap(edition -> catalogue.calendarOf(agency, edition))
                .orElseGet(() -> catalogue.calendar(agency));
    }

    private static List<String> counted(
            WorkingCalendar calendar, Instant from, TimeLimit limit, Instant due, Locale language) {
        try {
            var explained = calendar.explain(from, limit);
            return explained.due().map(then -> then.equals(due)).orElse(due == null) ? explained.text(language) : null;
        } catch (CalendarNotPublished missing) {
            return null;
        }
    }
}
