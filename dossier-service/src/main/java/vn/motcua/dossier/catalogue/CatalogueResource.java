package vn.motcua.dossier.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final String FRESH_FIVE_MINUTES = "public, max-age=300";

    private record Rendered(byte[] body, EntityTag tag) {}

    private final Catalogue catalogue;
    private final Map<String, Rendered> rendered = new ConcurrentHashMap<>();

    CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Path("{kind: agencies|procedures|reasons|calendars}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Agencies, procedures, reasons or calendars",
            description =
                    "Procedures in every version, the others in their latest. Open to all, cacheable, limited per address.")
    public Response list(@Parameter(example = "procedures") @PathParam("kind") String kind, @Context Request request) {
        Rendered list = rendered.computeIfAbsent(kind, this::render);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(list.tag());
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(list.body()) : unchanged;
        return answer.tag(list.tag())
                .header(HttpHeaders.CACHE_CONTROL, FRESH_FIVE_MINUTES)
                .build();
    }

    private Rendered render(String kind) {
        List<? extends CatalogueEntry> entries = switch (kind) {
            case "agencies" -> catalogue.agencies();
            case "procedures" -> catalogue.procedures();
            case "reasons" -> catalogue.reasons();
            default -> catalogue.calendars();
        };
        String body =
                entries.stream().map(EventFormat::canonicalText).collect(Collectors.joining(",", "{\"items\":[", "]}"));
        return new Rendered(
                body.getBytes(StandardCharsets.UTF_8),
                new EntityTag(Digests.of(body).substring("sha256:".length(), "sha256:".length() + 32)));
    }
}
