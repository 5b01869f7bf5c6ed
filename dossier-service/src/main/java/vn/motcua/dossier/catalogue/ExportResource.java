package vn.motcua.dossier.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/**
 * The catalogue as open data, in the forms that an import takes back. 200, with an {@code ETag}; 304; 400 for an unknown kind; open to all.
 */
@Path("/v1/catalogue/export")
@PermitAll
@Tag(name = "Catalogue")
public class ExportResource {

    private final Renderings renderings;

    ExportResource(Renderings renderings) {
        this.renderings = renderings;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON + ";qs=1")
    @Operation(
            operationId = "exportJson",
            summary = "Every version of every entry of one kind",
            description = "As JSON, or as CSV with Accept: text/csv. Open to all, cacheable.")
    public Response json(@Parameter(example = "procedures") @QueryParam("kind") String kind, @Context Request request) {
        CatalogueKind asked = kind(kind);
        return renderings
                .answer(
                        request,
                        "json " + asked,
                        all -> of(asked, all).stream()
                                .map(EventFormat::canonicalText)
                                .collect(Collectors.joining(",", "{\"items\":[", "]}")))
                .build();
    }

    @GET
    @Produces("text/csv;charset=utf-8;qs=0.5")
    @Operation(operationId = "exportCsv", summary = "Every version of every entry of one kind, as CSV")
    public Response csv(@Parameter(example = "agencies") @QueryParam("kind") String kind, @Context Request request) {
        CatalogueKind asked = kind(kind);
        return renderings
                .answer(request, "csv " + asked, all -> CatalogueCsv.write(asked, of(asked, all)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + kind + ".csv\"")
                .build();
    }

    static CatalogueKind kind(String name) {
        return CatalogueKind.named(name)
                .orElseThrow(() -> Problem.of(ProblemType.MALFORMED)
                        .parameter(
                                "kind",
                                "Một trong " + CatalogueKind.words() + ".",
                                "One of " + CatalogueKind.words() + "."));
    }

    private static List<CatalogueEntry> of(CatalogueKind kind, List<CatalogueEntry> all) {
        return all.stream()
                .filter(entry -> entry.wireKind().equals(kind.wireKind()))
                .toList();
    }
}
