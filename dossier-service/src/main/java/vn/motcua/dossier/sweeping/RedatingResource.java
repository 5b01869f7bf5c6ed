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
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Acts;
import vn.motcua.dossier.casework.Dates;
import vn.motcua.dossier.catalogue.Proposals;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.lifecycle.Appointment;
import vn.motcua.dossier.lifecycle.Dossier;

/**
 * After days were closed or opened: which open dossiers would be due on another date, and the order to move them; before that, what a calendar that is
 * only proposed would move. 200; 403 for an agency that is not the caller's or below it; 404 for an unknown agency; 422 for a proposal that could not be
 * published; 503 for one without the year of an open dossier. Needs no key: what has moved does not move again, and a preview moves nothing.
 */
@Path("/v1/redatings")
@RolesAllowed({Roles.LEADER, Roles.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sweeps", description = "Orders that move many dossiers, each in a step of its own")
public class RedatingResource {

    /** Most dossiers that a preview shows and an order moves; asked again, it goes on. */
    private static final int MOST = 1_000;

    private static final Comparator<RedatingView> BY_DUE_DATE =
            Comparator.comparing(RedatingView::dueAt).thenComparing(RedatingView::code);

    private static final String EXAMPLE = """
            {"agency": "H03.01"}""";

    private static final String PROPOSAL = """
            {"agency": "H03.32", "entries": [{"kind": "OVERRIDE", "code": "H03.32@2022-06-15", "version": 1, "agency": "H03.32", "date": "2022-06-15",
             "worked": false, "reason": {"vi": "nghỉ do bão", "en": "closed by a storm"}, "document": "12/CĐ-UBND"}]}""";

    private static final String WOULD_MOVE = """
            {"count": 1, "complete": true, "items": [{"dossier": "01814035-3f80-7cc3-98c4-dc0c0c07398f", "code": "H03.32-220608-0001",
             "dueAt": "2022-06-29T02:00:00Z", "newDueAt": "2022-06-30T02:00:00Z"}]}""";

    /** Most dossiers that a proposal is counted over. */
    private static final int MOST_COUNTED = 10_000;

    private final Sweeps sweeps;
    private final Proposals proposals;
    private final Subtrees subtrees;
    private final Acts acts;
    private final Dates dates;
    private final Clock clock;
    private final CurrentRequest request;

    RedatingResource(
            Sweeps sweeps,
            Proposals proposals,
            Subtrees subtrees,
            Acts acts,
            Dates dates,
            Clock clock,
            CurrentRequest request) {
        this.sweeps = sweeps;
        this.proposals = proposals;
        this.subtrees = subtrees;
        this.acts = acts;
        this.dates = dates;
        this.clock = clock;
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
     * @param items by their present due date, then by their code
     * @param next cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RedatingForecast")
    public record ForecastView(int count, boolean complete, List<RedatingView> items, String next) {}

    /** @param newDueAt as the calendar of now, or the proposed one, has it */
    @Schema(name = "Redating")
    public record RedatingView(UUID dossier, String code, Instant dueAt, Instant newDueAt) {}

    /**
     * @param items by their present due date
     * @param more whether there are others; once these are moved, ask again
     */
    @Schema(name = "Redatings")
    public record RedatingsView(List<RedatingView> items, boolean more) {}

    /** @param agency with everything below it */
    @Schema(name = "RedatingOrder")
    public record RedatingRequest(String agency) {}

    /** @param more whether others are left: order again */
    @Schema(name = "RedatingDone")
    public record RedatedView(int moved, boolean more) {}

    @GET
    @Operation(
            summary = "Which open dossiers would be due on another date",
            description = "Of the agency and those below it, by the calendar of now. At most 1,000.")
    public Uni<RedatingsView> preview(@Parameter(example = "H03.01") @QueryParam("agency") String agency) {
        return sweeps.over(subtrees.of(agency, request.caller()), MOST + 1, id -> wouldMove(id, dates))
                .map(all -> new RedatingsView(
                        all.stream().sorted(BY_DUE_DATE).limit(MOST).toList(), all.size() > MOST));
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
        return sweeps.over(agencies, MOST_COUNTED + 1, id -> wouldMove(id, then))
                .map(all -> {
                    var counted =
                            all.stream().sorted(BY_DUE_DATE).limit(MOST_COUNTED).toList();
                    var page = Page.of(
                            counted.stream()
                                    .filter(one -> after == null || after.isBefore(one))
                                    .limit(size + 1L)
                                    .toList(),
                            size,
                            last -> Cursor.write(list, last.dueAt().toString(), last.code()));
                    return new ForecastView(counted.size(), all.size() <= MOST_COUNTED, page.items(), page.next());
                });
    }

    /** Where a page ended. */
    private record Place(Instant dueAt, String code) {
        static Place of(List<String> written) {
            return new Place(Instant.parse(written.get(0)), written.get(1));
        }

        boolean isBefore(RedatingView one) {
            var order = dueAt.compareTo(one.dueAt());
            return order < 0 || order == 0 && code.compareTo(one.code()) < 0;
        }
    }

    @POST
    @Operation(
            summary = "Move the due dates",
            description = "Each dossier gets a fact of its own, and its applicant is told. At most 1,000 at a time.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "one agency", value = EXAMPLE)))
    public Uni<RedatedView> move(RedatingRequest order) {
        var caller = request.caller();
        var agency = order == null ? null : order.agency();
        return sweeps.over(subtrees.of(agency, caller), MOST, id -> moved(id, caller.subject()))
                .map(moved -> new RedatedView(moved.size(), moved.size() >= MOST));
    }

    private Uni<Optional<RedatingView>> wouldMove(UUID id, Dates counted) {
        return acts.look(id)
                .map(found -> found.flatMap(dossier -> {
                    var due = dossier.timeline().dueAt();
                    var then = recounted(dossier, counted, clock.instant());
                    return then.filter(other -> !Objects.equals(other.dueAt(), due))
                            .map(other -> new RedatingView(id, dossier.code(), due, other.dueAt()));
                }));
    }

    private Uni<Optional<UUID>> moved(UUID id, String account) {
        return wouldMove(id, dates)
                .chain(change -> change.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : acts.take(
                                        id,
                                        account,
                                        (dossier, at) -> dossier.timekeeping()
                                                .redate(
                                                        recounted(dossier, dates, at)
                                                                .orElse(Appointment.OPEN_ENDED),
                                                        at))
                                .map(taken -> taken ? Optional.of(id) : Optional.empty()));
    }

    /** Empty where nothing was promised yet, nothing runs any more, or nobody wrote down how the date came about (before there was a ledger). */
    private static Optional<Appointment> recounted(Dossier dossier, Dates counted, Instant at) {
        var times = dossier.timeline();
        return times.dueAt() == null
                        || times.endedAt() != null
                        || dossier.course().clock().isEmpty()
                ? Optional.empty()
                : Optional.of(counted.recounted(dossier, dossier.matter(), at));
    }
}
