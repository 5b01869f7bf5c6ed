package vn.motcua.dossier.sweeping;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Acts;
import vn.motcua.dossier.casework.Dates;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.lifecycle.Appointment;
import vn.motcua.dossier.lifecycle.Dossier;

/**
 * After days were closed or opened: which open dossiers would be due on another date, and the order to move them. 200; 403 for an agency that is
 * not the caller's or below it; 404 for an unknown agency. Needs no key: what has moved does not move again.
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

    private final Sweeps sweeps;
    private final Subtrees subtrees;
    private final Acts acts;
    private final Dates dates;
    private final Clock clock;
    private final CurrentRequest request;

    RedatingResource(Sweeps sweeps, Subtrees subtrees, Acts acts, Dates dates, Clock clock, CurrentRequest request) {
        this.sweeps = sweeps;
        this.subtrees = subtrees;
        this.acts = acts;
        this.dates = dates;
        this.clock = clock;
        this.request = request;
    }

    /** @param newDueAt as the calendar of now has it */
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
        return sweeps.over(subtrees.of(agency, request.caller()), MOST + 1, this::wouldMove)
                .map(all -> new RedatingsView(
                        all.stream()
                                .sorted(Comparator.comparing(RedatingView::dueAt)
                                        .thenComparing(RedatingView::code))
                                .limit(MOST)
                                .toList(),
                        all.size() > MOST));
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

    private Uni<Optional<RedatingView>> wouldMove(UUID id) {
        return acts.look(id)
                .map(found -> found.flatMap(dossier -> {
                    var due = dossier.timeline().dueAt();
                    var then = recounted(dossier, clock.instant());
                    return then.filter(other -> !Objects.equals(other.dueAt(), due))
                            .map(other -> new RedatingView(id, dossier.code(), due, other.dueAt()));
                }));
    }

    private Uni<Optional<UUID>> moved(UUID id, String account) {
        return wouldMove(id)
                .chain(change -> change.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : acts.take(
                                        id,
                                        account,
                                        (dossier, at) -> dossier.timekeeping()
                                                .redate(recounted(dossier, at).orElse(Appointment.OPEN_ENDED), at))
                                .map(taken -> taken ? Optional.of(id) : Optional.empty()));
    }

    /** Empty where nothing was promised yet, nothing runs any more, or nobody wrote down how the date came about (before there was a ledger). */
    private Optional<Appointment> recounted(Dossier dossier, Instant at) {
        var times = dossier.timeline();
        return times.dueAt() == null
                        || times.endedAt() != null
                        || dossier.course().clock().isEmpty()
                ? Optional.empty()
                : Optional.of(dates.recounted(dossier, dossier.matter(), at));
    }
}
