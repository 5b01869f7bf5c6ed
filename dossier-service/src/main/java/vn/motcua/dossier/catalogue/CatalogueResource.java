package vn.motcua.dossier.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.edge.RateLimited;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

/**
 * The catalogue for everybody. 200 with the whole list and an {@code ETag} that changes only with the content; 304 for {@code If-None-Match}; 404
 * for another kind; 429.
 */
@Path("/v1/catalogue")
@PermitAll
@RateLimited
@Tag(name = "Catalogue")
public class CatalogueResource {

    private final Catalogue catalogue;
    private final Renderings renderings;

    CatalogueResource(Catalogue catalogue, Renderings renderings) {
        this.catalogue = catalogue;
        this.renderings = renderings;
    }

    @GET
    @Path("{kind: agencies|procedures|reasons|calendars|overrides}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Agencies, procedures, reasons, calendars or overrides of calendars",
            description =
                    "Procedures in every version, the others in their latest. Open to all, cacheable, limited per address.")
    public Response list(@Parameter(example = "procedures") @PathParam("kind") String kind, @Context Request request) {
        return renderings.answer(request, "list " + kind, all -> body(kind)).build();
    }

    private String body(String kind) {
        List<? extends CatalogueEntry> entries = switch (kind) {
            case "agencies" -> catalogue.agencies();
            case "procedures" -> catalogue.procedures();
            case "reasons" -> catalogue.reasons();
            case "overrides" -> catalogue.overrides();
            default -> catalogue.calendars();
        };
        return entries.stream().map(EventFormat::canonicalText).collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }
}
