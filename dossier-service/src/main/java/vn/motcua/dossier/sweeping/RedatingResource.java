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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiFunction;
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
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.Redating;
import vn.motcua.dossier.payments.PaymentStore;

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

    private static final Comparator<RedatingView> BY_DATE = Comparator.comparing(
                    RedatingView::dueAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(RedatingView::code);

    private static final Dates.Since NEVER = new Dates.Since(null, null);

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

    private final Sweeps sweeps;
    private final PaymentStore payments;
    private final Proposals proposals;
    private final OpenDossiersStore store;
    private final Subtrees subtrees;
    private final Acts acts;
    private final Dates dates;
    private final Clock clock;
    private final CurrentRequest request;

    RedatingResource(
            Sweeps sweeps,
            PaymentStore payments,
            Proposals proposals,
            OpenDossiersStore store,
            Subtrees subtrees,
            Acts acts,
            Dates dates,
            Clock clock,
            CurrentRequest request) {
        this.sweeps = sweeps;
        this.payments = payments;
        this.proposals = proposals;
        this.store = store;
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
     * @param items by their present due date, those without one first, then by their code
     * @param undated codes of those that would move into a year whose days off are not published
     * @param next cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RedatingForecast")
    public record ForecastView(
            int count, boolean complete, List<RedatingView> items, List<String> undated, String next) {}

    /**
     * @param dueAt when the result is due; absent before acceptance and without a limit
     * @param newDueAt as the calendar of now, or the proposed one, has it; the same where only other dates would move
     * @param others what else would move
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Redating")
    public record RedatingView(UUID dossier, String code, Instant dueAt, Instant newDueAt, List<OtherView> others) {}

    /**
     * What else has a date: the reply to an online dossier, the part of another agency, the step of the workflow that is on, the last day for papers or a
     * payment, the forwarding of paper.
     */
    public enum Other {
        REPLY,
        PART,
        STEP,
        DEADLINE,
        FORWARD
    }

    /**
     * @param part its number; absent where it is none
     * @param dueAt absent where nobody could say until now, and where it was said that paper was not forwarded in time; of a part that is on its way on
     *     paper, until when it should be acknowledged
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OtherRedating")
    public record OtherView(Other what, Integer part, Instant dueAt, Instant newDueAt) {}

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
        var agencies = subtrees.of(agency, request.caller());
        var asked = Set.copyOf(agencies);
        var undated = new ConcurrentSkipListSet<String>();
        return sweeps.concerning(
                        agencies,
                        MOST + 1,
                        id -> found(id, asked, dates, undated).map(change -> change.map(Change::view)))
                .map(all -> new RedatingsView(
                        all.stream().sorted(BY_DATE).limit(MOST).toList(), all.size() > MOST, List.copyOf(undated)));
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
        var theirs = Set.copyOf(agencies);
        var undated = new ConcurrentSkipListSet<String>();
        return sweeps.concerning(
                        agencies,
                        MOST_COUNTED + 1,
                        id -> found(id, theirs, then, undated).map(change -> change.map(Change::view)))
                .map(all -> {
                    var counted =
                            all.stream().sorted(BY_DATE).limit(MOST_COUNTED).toList();
                    var page = Page.of(
                            counted.stream()
                                    .filter(one -> after == null || after.isBefore(one))
                                    .limit(size + 1L)
                                    .toList(),
                            size,
                            last -> Cursor.write(
                                    list,
                                    last.dueAt() == null ? "" : last.dueAt().toString(),
                                    last.code()));
                    return new ForecastView(
                            counted.size(),
                            all.size() <= MOST_COUNTED,
                            page.items(),
                            List.copyOf(undated),
                            page.next());
                });
    }

    /** Where a page ended. @param dueAt null among those without a date */
    private record Place(Instant dueAt, String code) {
        static Place of(List<String> written) {
            var due = written.get(0);
            return new Place(due.isEmpty() ? null : Instant.parse(due), written.get(1));
        }

        boolean isBefore(RedatingView one) {
            return BY_DATE.compare(new RedatingView(null, code, dueAt, null, List.of()), one) < 0;
        }
    }

    @POST
    @Operation(
            summary = "Move the due dates",
            description =
                    "Each dossier gets a fact of its own, and its applicant is told where the date of the result moves. At most 1,000 at a time.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "one agency", value = EXAMPLE)))
    public Uni<RedatedView> move(RedatingRequest order) {
        var caller = request.caller();
        var agency = order == null ? null : order.agency();
        var agencies = subtrees.of(agency, caller);
        var asked = Set.copyOf(agencies);
        var undated = new ConcurrentSkipListSet<String>();
        return sweeps.concerning(agencies, MOST, id -> moved(id, asked, caller.subject(), undated))
                .map(moved -> new RedatedView(moved.size(), moved.size() >= MOST, List.copyOf(undated)));
    }

    /** A dossier with what would move. */
    private record Change(Dossier dossier, Dates.Since since, Redating redating) {

        RedatingView view() {
            var times = dossier.timeline();
            var due = times.dueAt();
            var then = redating.appointment();
            var others = new ArrayList<OtherView>();
            if (redating.replyDueAt() != null) {
                others.add(new OtherView(Other.REPLY, null, times.replyDueAt(), redating.replyDueAt()));
            }
            for (var leg : redating.legs()) {
                var before = dossier.course().leg(leg.number()).orElseThrow();
                others.add(new OtherView(Other.PART, leg.number(), before.awaitedBy(), leg.awaitedBy()));
            }
            if (redating.stepDueAt() != null) {
                others.add(
                        new OtherView(Other.STEP, null, dossier.course().flow().dueAt(), redating.stepDueAt()));
            }
            if (redating.deadline() != null) {
                var told = dossier.course().pause().deadline();
                others.add(new OtherView(Other.DEADLINE, null, told, redating.deadline()));
            }
            if (redating.forwardBy() != null) {
                var before = dossier.course().alarms().forward();
                others.add(new OtherView(Other.FORWARD, null, before, redating.forwardBy()));
            }
            return new RedatingView(dossier.id(), dossier.code(), due, then == null ? due : then.dueAt(), others);
        }
    }

    /** Empty where nothing would move, and where nobody can say. @param undated takes the codes of the latter, from several threads */
    private Uni<Optional<Change>> found(UUID id, Set<String> asked, Dates counted, Set<String> undated) {
        return acts.look(id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : since(found.get()).map(since -> change(found.get(), since, asked, counted, undated)));
    }

    private Optional<Change> change(
            Dossier dossier, Dates.Since since, Set<String> asked, Dates counted, Set<String> undated) {
        try {
            var redating = counted.redating(dossier, since, asked::contains, clock.instant());
            return redating.isNothing() ? Optional.empty() : Optional.of(new Change(dossier, since, redating));
        } catch (Problem problem) {
            if (problem.type() != ProblemType.CALENDAR_NOT_PUBLISHED) {
                throw problem;
            }
            undated.add(dossier.code());
            return Optional.empty();
        }
    }

    /** The history is asked only where it could say anything. */
    private Uni<Dates.Since> since(Dossier dossier) {
        var flow = dossier.course().flow();
        return dossier.course().askedBefore() > 0 && dossier.status() == DossierStatus.SUBMITTED
                        || flow != null && flow.dueAt() != null
                ? store.since(dossier)
                : Uni.createFrom().item(NEVER);
    }

    private Uni<Optional<UUID>> moved(UUID id, Set<String> asked, String account, Set<String> undated) {
        return found(id, asked, dates, undated)
                .chain(change -> change.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : moved(change.get(), asked, account).map(taken -> taken ? Optional.of(id) : Optional.empty()));
    }

    /** What is paid online is paid under a request of its own, which ends when the dossier waits no longer. */
    private Uni<Boolean> moved(Change change, Set<String> asked, String account) {
        var id = change.dossier().id();
        var request = change.dossier().course().owed().request();
        var until = change.redating().deadline();
        BiFunction<Dossier, Instant, Attempt> deed =
                (dossier, at) -> dossier.timekeeping().redate(redating(change, dossier, asked, at), at);
        return request == null || until == null
                ? acts.take(id, account, deed)
                : acts.takeWith(id, account, tx -> payments.prolong(tx, request, until), deed);
    }

    /** Whoever took a step meanwhile gave its dates by the calendar of now; what is left is found when it is ordered again. */
    private Redating redating(Change found, Dossier dossier, Set<String> asked, Instant at) {
        return dossier.sequence() == found.dossier().sequence()
                ? dates.redating(dossier, found.since(), asked::contains, at)
                : Redating.NOTHING;
    }
}
