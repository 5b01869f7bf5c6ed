package vn.motcua.dossier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import vn.motcua.dossier.events.CatalogueEntry;

/** Lists of the catalogue in the forms in which they are sent, each made once for every state of the catalogue. Thread-safe. */
@ApplicationScoped
class Renderings {

    private static final String FRESH_FIVE_MINUTES = "public, max-age=300";

    /** @param from the entries that it was made of; others make it anew */
    private record Rendered(List<CatalogueEntry> from, byte[] body, EntityTag tag) {}

    private final Catalogue catalogue;
    private final Map<String, Rendered> all = new ConcurrentHashMap<>();

    Renderings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * 200 with the list, or 304; both with an ETag that changes only with the content.
     *
     * @param form tells one form from another
     * @param render makes the list of all entries
     */
    Response.ResponseBuilder answer(Request request, String form, Function<List<CatalogueEntry>, String> render) {
        List<CatalogueEntry> entries = catalogue.entries();
        Rendered list = all.compute(
                form,
                (same, before) -> before != null && before.from() == entries ? before : rendered(entries, render));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(list.tag());
        return (unchanged == null ? Response.ok(list.body()) : unchanged)
                .tag(list.tag())
                .header(HttpHeaders.CACHE_CONTROL, FRESH_FIVE_MINUTES);
    }

    private static Rendered rendered(List<CatalogueEntry> entries, Function<List<CatalogueEntry>, String> render) {
        String body = render.apply(entries);
        return new Rendered(
                entries,
                body.getBytes(StandardCharsets.UTF_8),
                new EntityTag(Digests.of(body).substring("sha256:".length(), "sha256:".length() + 32)));
    }
}
