package vn.motcua.dossier.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.IdempotencyKey;
import vn.motcua.dossier.edge.IfMatchRequired;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.events.CatalogueEntry;

/**
 * Drafts of the catalogue, for administrators. 200; 201 for a new draft; 204 for one that is discarded; 400 for what is no entry; 404; 409 for a
 * version that is published or drafted already; 412 for a draft that somebody changed; 422 for what would make the catalogue contradict itself, all
 * faults at once.
 */
@Path("/v1/catalogue/drafts")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue administration", description = "Drafts, publication, import")
public class DraftResource {

    /** The draft that the page before ended with. */
    private record After(String kind, String code, int version) {
        static final After NOTHING = new After("", "", 0);

        static After of(List<String> place) {
            return new After(place.get(0), place.get(1), Integer.parseInt(place.get(2)));
        }
    }

    private static final String LIST = "catalogue-drafts";
    private static final String ONE = "{kind: AGENCY|PROCEDURE|CALENDAR|REASON|OVERRIDE}/{code}/{version: [0-9]{1,6}}";

    private final DraftDesk desk;
    private final DraftStore store;
    private final CurrentRequest request;

    DraftResource(DraftDesk desk, DraftStore store, CurrentRequest request) {
        this.desk = desk;
        this.store = store;
        this.request = request;
    }

    @POST
    @IdempotencyKey
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Draft an entry",
            description = "Of a version above the published one. It holds nowhere until it is published.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "a day off after a storm", value = EXAMPLE),
                                @ExampleObject(name = "an afternoon off", value = EXAMPLE_IN_PART)
                            }))
    public Response create(CatalogueEntry entry) throws SQLException {
        DraftView view = desk.create(entry, request.key());
        return Response.created(
                        URI.create("/v1/catalogue/drafts/" + view.kind() + "/" + view.code() + "/" + view.version()))
                .entity(view)
                .tag(ETags.of(view.revision()))
                .build();
    }

    @GET
    @Operation(summary = "What is drafted, by kind, code and version")
    public Response list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit, @Context UriInfo uri)
            throws SQLException {
        int size = Page.limit(limit);
        After after = cursor == null ? After.NOTHING : Cursor.read(LIST, 3, cursor, After::of);
        List<Draft> drafts = store.page(after.kind(), after.code(), after.version(), size + 1);
        return Page.of(
                        drafts,
                        size,
                        draft -> Cursor.write(
                                LIST,
                                draft.entry().wireKind(),
                                draft.entry().code(),
                                Integer.toString(draft.entry().version())))
                .map(DraftView::of)
                .response(uri);
    }

    @GET
    @Path(ONE)
    @Operation(summary = "One draft, with its ETag")
    public Response one(
            @Parameter(example = "OVERRIDE") @PathParam("kind") String kind,
            @Parameter(example = "H03.31@2026-09-07") @PathParam("code") String code,
            @Parameter(example = "1") @PathParam("version") int version)
            throws SQLException {
        Draft draft = store.find(kind, code, version).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return answer(DraftView.of(draft));
    }

    @PUT
    @Path(ONE)
    @IfMatchRequired
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a draft", description = "The whole entry, with the same kind, code and version.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "a day off after a storm", value = EXAMPLE)))
    public Response change(
            @Parameter(example = "OVERRIDE") @PathParam("kind") String kind,
            @Parameter(example = "H03.31@2026-09-07") @PathParam("code") String code,
            @Parameter(example = "1") @PathParam("version") int version,
            CatalogueEntry entry)
            throws SQLException {
        return answer(desk.change(
                kind, code, version, request.ifMatch(), entry, request.caller().subject()));
    }

    @DELETE
    @Path(ONE)
    @IfMatchRequired
    @Operation(summary = "Discard a draft")
    public void discard(
            @Parameter(example = "OVERRIDE") @PathParam("kind") String kind,
            @Parameter(example = "H03.31@2026-09-07") @PathParam("code") String code,
            @Parameter(example = "1") @PathParam("version") int version)
            throws SQLException {
        desk.discard(kind, code, version, request.ifMatch());
    }

    @POST
    @Path(ONE + "/publication")
    @IdempotencyKey
    @Operation(
            summary = "Publish a draft",
            description =
                    "It holds at once, on other instances within seconds, and goes to catalogue.v1. An open version before it is"
                            + " closed on the day before its first day. What is published never changes otherwise.")
    public DraftDesk.Published publish(
            @Parameter(example = "OVERRIDE") @PathParam("kind") String kind,
            @Parameter(example = "H03.31@2026-09-07") @PathParam("code") String code,
            @Parameter(example = "1") @PathParam("version") int version)
            throws SQLException {
        return desk.publish(kind, code, version, request.key());
    }

    private static Response answer(DraftView view) {
        return Response.ok(view).tag(ETags.of(view.revision())).build();
    }

    /** Closed in the afternoon: the hours that are left. */
    static final String EXAMPLE_IN_PART = """
            {"kind": "OVERRIDE", "code": "H03.31@2026-09-08", "version": 1, "agency": "H03.31", "date": "2026-09-08", "worked": true, \
            "reason": {"vi": "mất điện buổi chiều", "en": "power cut in the afternoon"}, "document": "13/TB-UBND", \
            "sessions": [["07:00", "11:30"]]}""";

    static final String EXAMPLE = """
            {"kind": "OVERRIDE", "code": "H03.31@2026-09-07", "version": 1, "agency": "H03.31", "date": "2026-09-07", "worked": false, \
            "reason": {"vi": "nghỉ do bão", "en": "closed by a storm"}, "document": "12/CĐ-UBND"}""";
}
