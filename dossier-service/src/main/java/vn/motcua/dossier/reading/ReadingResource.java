package vn.motcua.dossier.reading;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.DossierView;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.casework.Standing;
import vn.motcua.dossier.edge.Caching;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.events.HistoryProof;
import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/**
 * One dossier, by id or code, and its history. 200, with an {@code ETag} for one dossier; 404 for an id that is unknown or not theirs to know of, in
 * the same words; a search finds nothing then.
 */
@Path("/v1/dossiers")
@RolesAllowed({Roles.CITIZEN, Roles.RECEPTION, Roles.OFFICER, Roles.LEADER, Roles.CLERK, Roles.CASHIER})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reading")
public class ReadingResource {

    private final ReadingStore store;
    private final Histories histories;
    private final Shown shown;
    private final Standing standing;
    private final CurrentRequest request;

    ReadingResource(ReadingStore store, Histories histories, Shown shown, Standing standing, CurrentRequest request) {
        this.store = store;
        this.histories = histories;
        this.shown = shown;
        this.standing = standing;
        this.request = request;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One dossier with the steps that the caller may take next")
    public Uni<Response> one(@Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        Party who = Parties.of(request.caller());
        return store.byId(read(id))
                .map(found -> found.orElseThrow(ReadingResource::notFound))
                .chain(found -> looking(found.dossier(), who)
                        .map(now -> Response.ok(shown.whole(found, now))
                                .tag(ETags.of(found.dossier().stepSequence))
                                .cacheControl(Caching.unkept())
                                .build()));
    }

    @GET
    @Operation(summary = "Find a dossier by its code", description = "A list of one or none.")
    public Uni<Page<DossierView>> byCode(
            @Parameter(example = "H03.01-220608-0001", required = true) @QueryParam("code") String code) {
        Party who = Parties.of(request.caller());
        if (code == null || DossierCode.parse(code).isEmpty()) {
            throw Problem.of(ProblemType.MALFORMED)
                    .parameter(
                            "code",
                            "Mã hồ sơ, ví dụ H03.01-220608-0001.",
                            "The code of a dossier: H03.01-220608-0001.");
        }
        return store.byCode(code)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(List.<DossierView>of())
                        : standing.looking(who, found.get().dossier().dossier()).map(now -> shown(found.get(), now)))
                .map(found -> new Page<>(found, null));
    }

    @GET
    @Path("{id}/history")
    @Operation(
            summary = "What happened to a dossier, in order",
            description =
                    "As published; the hashes chain. Saved pages are checked offline by VerifyHistory of dossier-events.")
    public Uni<Response> history(
            @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Party who = Parties.of(request.caller());
        UUID subject = read(id);
        Histories.Asked asked = Histories.asked(subject, limit, cursor);
        return seen(subject, who).flatMap(row -> histories.page(asked, uri));
    }

    @GET
    @Path("{id}/history/proof")
    @Operation(
            summary = "That the history went as far as this when a day ended",
            description =
                    "The way from its last fact of then to the root that is published for the day; see /v1/history-roots.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = HistoryProof.class),
                            examples = @ExampleObject(name = "a proof", value = Histories.PROOF)))
    public Uni<Response> proof(@PathParam("id") String id) {
        Party who = Parties.of(request.caller());
        UUID subject = read(id);
        return seen(subject, who).flatMap(row -> histories.proof(subject));
    }

    private Uni<DossierRow> seen(UUID subject, Party who) {
        return store.bare(subject)
                .map(row -> row.orElseThrow(ReadingResource::notFound))
                .chain(row -> looking(row, who).replaceWith(row));
    }

    /** As they may look at it; fails as if it were not there where they may not. */
    private Uni<Party> looking(DossierRow row, Party who) {
        var dossier = row.dossier();
        return standing.looking(who, dossier).invoke(now -> {
            if (!Rights.maySee(now, dossier)) {
                throw notFound();
            }
        });
    }

    private List<DossierView> shown(ReadingStore.Found found, Party now) {
        return Rights.maySee(now, found.dossier().dossier()) ? List.of(shown.whole(found, now)) : List.of();
    }

    static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw notFound();
        }
    }

    static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có hồ sơ này.", "There is no such dossier.");
    }
}
