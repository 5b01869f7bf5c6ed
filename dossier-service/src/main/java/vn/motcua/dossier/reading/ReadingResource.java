package vn.motcua.dossier.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.casework.DossierView;
import vn.motcua.dossier.casework.Parties;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
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

    private static final String HISTORY = "history|";

    private final ReadingStore store;
    private final Shown shown;
    private final CurrentRequest request;
    private final String source;

    ReadingResource(
            ReadingStore store,
            Shown shown,
            CurrentRequest request,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.store = store;
        this.shown = shown;
        this.request = request;
        this.source = source;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One dossier with the steps that the caller may take next")
    public Uni<Response> one(@Parameter(example = "01814035-3f80-7cc3-98c4-dc0c0c07398f") @PathParam("id") String id) {
        Party who = Parties.of(request.caller());
        return store.byId(read(id))
                .map(found -> seen(found, who).orElseThrow(ReadingResource::notFound))
                .map(found -> Response.ok(shown.whole(found, who))
                        .tag(ETags.of(found.dossier().stepSequence))
                        .cacheControl(unkept())
                        .build());
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
                .map(found -> new Page<>(
                        seen(found, who)
                                .map(one -> List.of(shown.whole(one, who)))
                                .orElse(List.of()),
                        null));
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "What happened to a dossier, in order", description = "As published; the hashes chain.")
    public Uni<Response> history(
            @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        Party who = Parties.of(request.caller());
        UUID subject = read(id);
        int size = Page.limit(limit);
        String list = HISTORY + subject;
        Long place = Places.read(list, 1, cursor, position -> Long.valueOf(position.get(0)));
        long after = place == null ? 0 : place;
        return store.bare(subject)
                .invoke(row ->
                        row.filter(found -> Rights.maySee(who, found.dossier())).orElseThrow(ReadingResource::notFound))
                .flatMap(row -> store.history(subject, after, size + 1))
                .map(rows -> Page.of(rows, size, row -> Cursor.write(list, Long.toString(row.sequence)))
                        .map(row -> HistoryView.of(row, source))
                        .response(uri));
    }

    private static Optional<ReadingStore.Found> seen(Optional<ReadingStore.Found> found, Party who) {
        return found.filter(one -> Rights.maySee(who, one.dossier().dossier()));
    }

    static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw notFound();
        }
    }

    private static CacheControl unkept() {
        CacheControl unkept = new CacheControl();
        unkept.setNoStore(true);
        unkept.setNoTransform(false);
        return unkept;
    }

    static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có hồ sơ này.", "There is no such dossier.");
    }
}
