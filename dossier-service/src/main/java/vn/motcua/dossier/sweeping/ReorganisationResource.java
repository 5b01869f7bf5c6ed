package vn.motcua.dossier.sweeping;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.Acts;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.Succession;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Leg;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.TransferCause;

/**
 * After agencies were merged or closed: their open dossiers go to those that took over, with code, dates and history, and so do the open parts
 * that they have of other agencies' dossiers, due when they were. 200; 404 for an unknown agency; 409 while it exists, or where nobody took over. Needs no key: what has gone does not go again.
 */
@Path("/v1/reorganisations")
@RolesAllowed(Roles.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sweeps")
public class ReorganisationResource {

    private static final int MOST = 1_000;
    private static final Actor SYSTEM = new Actor(Role.SYSTEM, null);

    private static final String EXAMPLE = """
            {"agency": "H03.02"}""";

    private final Sweeps sweeps;
    private final List<Succession> successions;
    private final Subtrees subtrees;
    private final Acts acts;
    private final Catalogue catalogue;
    private final Clock clock;
    private final CurrentRequest request;

    ReorganisationResource(
            Sweeps sweeps,
            @All List<Succession> successions,
            Subtrees subtrees,
            Acts acts,
            Catalogue catalogue,
            Clock clock,
            CurrentRequest request) {
        this.sweeps = sweeps;
        this.successions = successions;
        this.subtrees = subtrees;
        this.acts = acts;
        this.catalogue = catalogue;
        this.clock = clock;
        this.request = request;
    }

    /** @param agency that was merged or closed */
    @Schema(name = "ReorganisationOrder")
    public record ReorganisationRequest(String agency) {}

    /**
     * @param successor code of the agency that took over
     * @param transferred dossiers that it answers for from now on
     * @param parts of other agencies' dossiers that it goes on with
     * @param feedback what people reported and proposed that it answers now
     * @param money payments to come and money to be looked at that are its own now
     * @param more whether others are left: order again
     */
    @Schema(name = "ReorganisationDone")
    public record ReorganisedView(
            String successor, int transferred, int parts, int feedback, int money, boolean more) {}

    @POST
    @Operation(
            summary = "Hand open dossiers, parts, feedback and money over to the agency that took over",
            description =
                    "Each dossier gets a fact of its own. A part is taken back and opened anew at the agency that took over, due on"
                            + " the same date. What people reported is owed until when it was; payments that are open and money that somebody has to look at go with them. At most 1,000 of each kind at a time; asked again, it goes on.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a merged department", value = EXAMPLE)))
    public Uni<ReorganisedView> handOver(ReorganisationRequest order) {
        var caller = request.caller();
        var agency = order == null ? null : order.agency();
        subtrees.of(agency, caller);
        var today = LocalDate.ofInstant(clock.instant(), DossierCode.ZONE);
        var successor = catalogue
                .successorOf(agency, today)
                .map(found -> found.code())
                .filter(code -> !code.equals(agency))
                .orElseThrow(ReorganisationResource::nobodyTookOver);
        var path = catalogue.path(successor);
        var closed = List.of(agency);
        var account = caller.subject();
        return sweeps.over(closed, MOST, id -> transferred(id, successor, path, account))
                .chain(all -> sweeps.overParts(closed, MOST, id -> handedOn(id, agency, successor, account))
                        .chain(parts -> beside(Succession.Kind.FEEDBACK, agency, successor, account)
                                .chain(feedback -> beside(Succession.Kind.MONEY, agency, successor, account)
                                        .map(money -> new ReorganisedView(
                                                successor,
                                                all.size(),
                                                parts.stream()
                                                        .mapToInt(Integer::intValue)
                                                        .sum(),
                                                feedback,
                                                money,
                                                all.size() >= MOST || parts.size() >= MOST || feedback >= MOST)))));
    }

    /** After the dossiers: money goes where its dossier is. */
    private Uni<Integer> beside(Succession.Kind kind, String agency, String successor, String account) {
        return successions.stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody hands over " + kind))
                .handOver(agency, successor, account, MOST);
    }

    private Uni<Optional<UUID>> transferred(UUID id, String successor, List<String> path, String account) {
        return acts.take(
                        id,
                        account,
                        (dossier, at) -> dossier.amendments()
                                .transfer(SYSTEM, successor, path, true, TransferCause.REORGANISATION, at))
                .map(taken -> taken ? Optional.of(id) : Optional.empty());
    }

    /** How many of the dossier's parts went; one after the other, since each step starts where the one before ended. */
    private Uni<Optional<Integer>> handedOn(UUID id, String agency, String successor, String account) {
        return acts.look(id)
                .map(found -> found.stream()
                        .flatMap(dossier -> dossier.course().legs().stream())
                        .filter(leg -> leg.isOpen() && leg.agency().equals(agency))
                        .map(Leg::number)
                        .toList())
                .chain(parts -> Multi.createFrom()
                        .iterable(parts)
                        .onItem()
                        .transformToUniAndConcatenate(part -> handedOn(id, part, successor, account))
                        .filter(taken -> taken)
                        .collect()
                        .asList())
                .map(taken -> taken.isEmpty() ? Optional.empty() : Optional.of(taken.size()));
    }

    private Uni<Boolean> handedOn(UUID id, int part, String successor, String account) {
        return acts.takeTogether(
                id,
                account,
                List.of(
                        (dossier, at) -> dossier.parts().leave(SYSTEM, part, at),
                        (dossier, at) -> dossier.parts().goOn(SYSTEM, part, successor, at)));
    }

    private static Problem nobodyTookOver() {
        return Problem.of(ProblemType.BARRED)
                .detail(
                        "Cơ quan còn hoạt động hoặc chưa có cơ quan kế thừa.",
                        "The agency exists, or nobody took over from it.")
                .with("reason", "NO_SUCCESSOR");
    }
}
