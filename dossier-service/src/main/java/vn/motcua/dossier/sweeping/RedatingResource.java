package vn.motcua.dossier.sweeping;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Dates;
import vn.motcua.dossier.catalogue.Proposals;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/**
 * After days were closed or opened, or a year's days off were published: which open dossiers would be due on another date, with their replies, parts
 * and steps, and the order to move them; before that, what a calendar that is only proposed would move. 200; 403 for an agency that is not the
 * caller's or below it; 404 for an unknown agency; 422 for a proposal that could not be published; 503 for one without the year of an open dossier.
 * Needs no key: what has moved does not move again, and a preview moves nothing.
 */
@Path("/v1/redatings")
@RolesAllowed({Roles.LEADER, Roles.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sweeps", description = "Orders that move many dossiers, each in a step of its own")
public class RedatingResource {

    /** Most dossiers that a preview shows and an order moves; asked again, it goes on. */
    private static final int MOST = 1_000;

    private static final String EXAMPLE = """
            {"agency": "H03.01"}""";

    private static final String PROPOSAL = """
            {"agency": "H03.32", "entries": [{"kind": "OVERRIDE", "code": "H03.32@2022-06-15", "version": 1, "agency": "H03.32", "date": "2022-06-15",
             "worked": false, "reason": {"vi": "nghỉ do bão", "en": "closed by a storm"}, "document": "12/CĐ-UBND"}]}""";

    private static final String WOULD_MOVE = """
            {"count": 1, "complete": true, "items": [{"dossier": "01814035-3f80-7cc3-98c4-dc0c0c07398f", "code": "H03.32-220608-0001",
             "dueAt": "2022-06-29T02:00:00Z", "newDueAt": "2022-06-30T02:00:00Z", "others": []}],
             "undated": []}""";

    /** Most dossiers that a proposal is counted over. */
    private static final int MOST_COUNTED = 10_000;

    private final RedatingDesk desk;
    private final Proposals proposals;
    private final Subtrees subtrees;
    private final Dates dates;
    private final CurrentRequest request;

    RedatingResource(RedatingDesk desk, Proposals proposals, Subtrees subtrees, Dates dates, CurrentRequest request) {
        this.desk = desk;
        this.proposals = proposals;
        this.subtrees = subtrees;
        this.dates = dates;
        this.request = request;
    }

    /**
     * What is only proposed.
     *
     * @param agency with everything below it
     * @param entries calendars and overrides as they would be published, 1 to 100
     */
    @Schema(name = "RedatingProposal")
    public record ProposalRequest(
            String agency,
            @Schema(implementation = Object.class) List<CatalogueEntry> entries) {}

    /**
     * A page of what would move.
     *
     * @param count of all that would move, not of this page
     * @param complete false where more than 10,000 would: then some are neither counted nor shown
     * @param items by their present due date, those without one first, then by their code
     * @param undated codes of those that would move into a year whose days off are not published
     * @param next cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RedatingForecast")
    public record ForecastView(
            int count, boolean complete, List<RedatingView> items, List<String> undated, String next) {}

    /**
     * @param items by their present due date, those without one first
     * @param more whether there are others; once these are moved, ask again
     * @param undated codes of those that would move into a year whose days off are not published: they keep their dates until it is
     */
    @Schema(name = "Redatings")
    public record RedatingsView(List<RedatingView> items, boolean more, List<String> undated) {}

    /** @param agency with everything below it */
    @Schema(name = "RedatingOrder")
    public record RedatingRequest(String agency) {}

    /**
     * @param more whether others are left: order again
     * @param undated codes of those that would move into a year whose days off are not published: order again once it is
     */
    @Schema(name = "RedatingDone")
    public record RedatedView(int moved, boolean more, List<String> undated) {}

    @GET
    @Operation(
            summary = "Which open dossiers would be due on another date",
            description =
                    "Of the agency and those below it, by the calendar of now, with replies to online dossiers, steps of the workflow, last days for"
                            + " papers and payments that were closed, the forwarding of paper, and the parts that these agencies have of others'"
                            + " dossiers. At most 1,000.")
    public Uni<RedatingsView> preview(@Parameter(example = "H03.01") @QueryParam("agency") String agency) {
        return desk.wouldMove(subtrees.of(agency, request.caller()), MOST + 1)
                .map(shown -> new RedatingsView(
                        shown.all().stream().limit(MOST).toList(), shown.all().size() > MOST, shown.undated()));
    }

    @POST
    @Path("/preview")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "previewRedating",
            summary = "Which open dossiers a proposed calendar would move",
            description =
                    "Nothing is published and nothing moves. It is counted anew for every page, over every open dossier of the agency and"
                            + " those below it: for decisions, not for screens that refresh.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a storm", value = PROPOSAL)))
    @APIResponse(
            responseCode = "200",
            description = "Those that would move, with both dates",
            content =
                    @Content(
                            schema = @Schema(implementation = ForecastView.class),
                            examples = @ExampleObject(name = "one dossier", value = WOULD_MOVE)))
    public Uni<ForecastView> preview(
            ProposalRequest proposal, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        var asked = proposal == null ? new ProposalRequest(null, null) : proposal;
        var size = Page.limit(limit);
        var agencies = subtrees.of(asked.agency(), request.caller());
        var then = dates.by(proposals.with(asked.entries()));
        var list = "redating|" + EventFormat.canonicalText(asked);
        var after = cursor == null ? null : Cursor.read(list, 2, cursor, Place::of);
        return desk.wouldMove(agencies, then, MOST_COUNTED + 1).map(shown -> {
            var counted = shown.all().stream().limit(MOST_COUNTED).toList();
            var page = Page.of(
                    counted.stream()
                            .filter(one -> after == null || after.isBefore(one))
                            .limit(size + 1L)
                            .toList(),
                    size,
                    last -> Cursor.write(
                            list, last.dueAt() == null ? "" : last.dueAt().toString(), last.code()));
            return new ForecastView(
                    counted.size(), shown.all().size() <= MOST_COUNTED, page.items(), shown.undated(), page.next());
        });
    }

    /** Where a page ended. @param dueAt null among those without a date */
    private record Place(Instant dueAt, String code) {
        static Place of(List<String> written) {
            var due = written.get(0);
            return new Place(due.isEmpty() ? null : Instant.parse(due), written.get(1));
        }

        boolean isBefore(RedatingView one) {
            return RedatingView.BY_DATE.compare(new RedatingView(null, code, dueAt, null, List.of()), one) < 0;
        }
    }

    @POST
    @Operation(
            summary = "Move the due dates",
            description =
                    "Each dossier gets a fact of its own, and its applicant is told where the date of the result, or their last day for papers or a payment, moves. At most 1,000 at a time.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "one agency", value = EXAMPLE)))
    public Uni<RedatedView> move(RedatingRequest order) {
        var caller = request.caller();
        var agency = order == null ? null : order.agency();
        return desk.move(subtrees.of(agency, caller), caller.subject(), MOST)
                .map(moved -> new RedatedView(moved.count(), moved.count() >= MOST, moved.undated()));
    }
}
