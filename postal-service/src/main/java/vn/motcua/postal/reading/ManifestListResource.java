package vn.motcua.postal.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.CurrentRequest;
import vn.motcua.dossier.edge.Cursor;
import vn.motcua.dossier.edge.ETags;
import vn.motcua.dossier.edge.Page;
import vn.motcua.dossier.edge.Roles;
import vn.motcua.dossier.edge.Times;
import vn.motcua.postal.reading.ManifestReadStore.Question;

/** Manifests of the caller's agency and those below it. 200; 400 malformed parameter; 401, 403; 404 no such manifest. */
@Path("/v1/manifests")
@RolesAllowed({Roles.CLERK, Roles.RECEPTION, Roles.LEADER})
@Tag(name = "Manifests")
public class ManifestListResource {

    private final Manifests manifests;
    private final CurrentRequest request;

    ManifestListResource(Manifests manifests, CurrentRequest request) {
        this.manifests = manifests;
        this.request = request;
    }

    /** Latest day first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Manifests of an agency and those below it, latest first")
    public Uni<Response> list(
            @QueryParam("agency") @Parameter(example = "H03.01") String agency,
            @QueryParam("date") @Parameter(example = "2022-06-08") LocalDate date,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(example = "50") Integer limit,
            @Context UriInfo uri) {
        var caller = request.caller();
        var scope = Rights.scope(caller, agency);
        var list = String.join("|", "manifests", scope, String.valueOf(date));
        var question = cursor == null
                ? new Question(scope, date, null, null)
                : Cursor.read(
                        list, 2, cursor, place -> new Question(scope, date, Times.day(place.get(0)), place.get(1)));
        return manifests
                .list(question, Page.limit(limit), caller, request.language())
                .map(page -> new Page<>(page.items(), page.next() == null ? null : next(list, page)))
                .map(page -> page.response(uri));
    }

    /** One manifest with its lines: JSON, or the page to print and sign. */
    @GET
    @Path("{id}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(summary = "One manifest with its lines, as JSON or as a page to print and sign")
    public Uni<Response> one(
            @PathParam("id") @Parameter(example = "H03.01-20220608-1") String id, @Context HttpHeaders headers) {
        var html = !headers.getAcceptableMediaTypes().isEmpty()
                && headers.getAcceptableMediaTypes().get(0).isCompatible(MediaType.TEXT_HTML_TYPE)
                && !headers.getAcceptableMediaTypes().get(0).isWildcardType();
        return manifests
                .one(id, request.caller(), request.language())
                .map(view -> (html
                                ? Response.ok(ManifestPage.html(view), "text/html;charset=UTF-8")
                                : Response.ok(view, MediaType.APPLICATION_JSON))
                        .tag(ETags.of(view.version()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static String next(String list, Page<ManifestView> page) {
        var last = page.items().get(page.items().size() - 1);
        return Cursor.write(list, last.date().toString(), last.id());
    }
}
