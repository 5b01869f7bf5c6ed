package vn.motcua.dossier.keeping;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.keeping.rules.KeepingBar;
import vn.motcua.dossier.keeping.rules.KeepingRule;
import vn.motcua.dossier.lifecycle.Rights;

/** Until when a dossier is kept, and why. 200; 404 unknown or not theirs, in the same words. */
@Path("/v1/dossiers/{id}/keeping")
@RolesAllowed({Roles.CLERK, Roles.LEADER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Archive")
public class KeepingResource {

    private final Keepings keepings;
    private final KeepingCalls calls;

    KeepingResource(Keepings keepings, KeepingCalls calls) {
        this.keepings = keepings;
        this.calls = calls;
    }

    /**
     * A dossier's keeping.
     *
     * @param closedOn absent while it is open
     * @param rule absent where nobody has said how long
     * @param keepUntil the last day, 31 December; absent while it is open and where it is kept for ever
     * @param held whether a legal hold is on it
     * @param handover what the archive took over last
     * @param order that is open and names it
     * @param destroyedAt when it was destroyed
     * @param bars all that bars its destruction today
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DossierKeeping")
    public record KeepingView(
            UUID dossier,
            String code,
            LocalDate closedOn,
            RuleView rule,
            LocalDate keepUntil,
            boolean held,
            Handover handover,
            UUID order,
            Instant destroyedAt,
            List<KeepingBar> bars) {}

    /** @param years absent where it is kept for ever */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "KeepingRule")
    public record RuleView(boolean permanent, Integer years, KeepingRule.From from, String basis) {
        static RuleView of(KeepingRule rule) {
            return rule == null ? null : new RuleView(rule.isPermanent(), rule.years(), rule.from(), rule.basis());
        }
    }

    /** @param outdated whether something came to the dossier since */
    @Schema(name = "HandoverOfDossier")
    public record Handover(String sha256, String receipt, boolean outdated) {}

    @GET
    @Operation(
            operationId = "dossierKeeping",
            summary = "Until when a dossier is kept, and why",
            description = "Counted from the end of the year in which it closed.")
    public Uni<KeepingView> keeping(
            @Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        return keepings.seen(KeepingCalls.id(id), calls.who(), Rights::mayKeep).map(this::view);
    }

    KeepingView view(Looked looked) {
        var standing = keepings.standing(looked, null);
        var dossier = looked.dossier();
        var handover = looked.handover();
        return new KeepingView(
                dossier.id(),
                dossier.code(),
                standing.closedOn(),
                RuleView.of(standing.rule()),
                standing.keepUntil().orElse(null),
                standing.held(),
                handover == null
                        ? null
                        : new Handover(
                                handover.sha256(),
                                handover.receipt(),
                                !dossier.isDestroyed() && !looked.isAsHandedOver()),
                looked.order(),
                dossier.course().destroyedAt(),
                standing.bars(keepings.today()));
    }
}
