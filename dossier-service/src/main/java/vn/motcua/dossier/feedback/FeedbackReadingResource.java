package vn.motcua.dossier.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.dossier.calendar.CalendarNotPublished;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.Language;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.feedback.course.Deadline;
import vn.motcua.dossier.feedback.course.Rights;
import vn.motcua.dossier.feedback.course.Stage;
import vn.motcua.dossier.feedback.course.Status;

/**
 * Feedback to look at: what an agency owes, one, and why it is due when it is due. 200; 403 for an agency that is not the caller's or below
 * it; 404 for an id that is unknown or not theirs to know of, in the same words.
 */
@Path("/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
public class FeedbackReadingResource {

    private final FeedbackStore store;
    private final FeedbackCalls calls;
    private final Catalogue catalogue;
    private final CurrentRequest request;

    FeedbackReadingResource(FeedbackStore store, FeedbackCalls calls, Catalogue catalogue, CurrentRequest request) {
        this.store = store;
        this.calls = calls;
        this.catalogue = catalogue;
        this.request = request;
    }

    /**
     * Why something was due when it was due.
     *
     * @param from when it began to be counted
     * @param endedAt when it was done, or was no more owed; absent while it is
     * @param late whether it was told that it is overdue
     * @param calendar edition of the calendar that was used
     * @param explanation day by day, in the language asked for; absent where today's calendar leads to another date
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeedbackDeadline")
    public record LineView(
            Stage stage,
            Instant from,
            TimeLimit limit,
            Instant dueAt,
            Instant endedAt,
            boolean late,
            String calendar,
            List<String> explanation) {}

    @GET
    @RolesAllowed({Roles.RECEPTION, Roles.OFFICER, Roles.LEADER})
    @Operation(
            operationId = "listFeedback",
            summary = "What an agency owes, by due date",
            description =
                    "Of one status, or without one whatever has a due date; in a status, what has none comes last.")
    public Uni<Response> queue(
            @Parameter(example = "H03.01", description = "The caller's own if absent") @QueryParam("agency")
                    String agency,
            @Parameter(example = "PROCESSING") @QueryParam("status") Status status,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var who = calls.party();
        var asked = agency == null ? who.agency() : agency;
        if (asked == null || !who.covers(asked)) {
            throw Refusals.notYourAgency("agency");
        }
        var size = Page.limit(limit);
        var list = "feedback|" + asked + "|" + (status == null ? "" : status);
        var after = FeedbackPlaces.read(list, cursor, FeedbackPlaces.BEFORE_ALL);
        var rows = status == null ? store.due(asked, after, size + 1) : store.ofStatus(asked, status, after, size + 1);
        return rows.map(found -> Page.of(found, size, line -> FeedbackPlaces.write(list, line.place()))
                .map(line -> FeedbackView.Line.of(line.feedback(), catalogue))
                .response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CITIZEN, Roles.MIRROR, Roles.RECEPTION, Roles.OFFICER, Roles.LEADER})
    @Operation(operationId = "readFeedback", summary = "One report or proposal, with its answer")
    public Uni<RestResponse<FeedbackView>> one(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        var who = calls.party();
        return seen(id).map(kept -> RestResponse.ResponseBuilder.ok(
                        FeedbackView.of(kept.feedback(), kept.words(), who, catalogue))
                .tag(ETags.of(kept.stepSequence()))
                .build());
    }

    @GET
    @Path("/{id}/clock")
    @RolesAllowed({Roles.CITIZEN, Roles.MIRROR, Roles.RECEPTION, Roles.OFFICER, Roles.LEADER})
    @Operation(operationId = "readFeedbackClock", summary = "Why it is due when it is due, line by line")
    public Uni<List<LineView>> clock(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        var language = Locale.forLanguageTag(request.language() == Language.EN ? "en" : "vi");
        return seen(id).map(kept -> kept.feedback().ledger().stream()
                .map(line -> line(kept.feedback().matter().agency(), line, language))
                .toList());
    }

    private Uni<Kept> seen(String id) {
        var who = calls.party();
        return store.load(FeedbackCalls.id(id), null)
                .map(found -> found.filter(kept -> Rights.maySee(who, kept.feedback()))
                        .orElseThrow(Refusals::notFound));
    }

    private LineView line(String agency, Deadline line, Locale language) {
        return new LineView(
                line.stage(),
                line.from(),
                line.stage().limit(),
                line.dueAt(),
                line.endedAt(),
                line.late(),
                line.calendar(),
                explanation(agency, line, language));
    }

    /** Only where today's calendar leads to the same date: another one would explain another date. */
    private List<String> explanation(String agency, Deadline line, Locale language) {
        try {
            var explained =
                    catalogue.calendar(agency).explain(line.from(), line.stage().limit());
            return explained.due().filter(due -> due.equals(line.dueAt())).isPresent()
                    ? explained.text(language)
                    : null;
        } catch (CalendarNotPublished missing) {
            return null;
        }
    }
}
