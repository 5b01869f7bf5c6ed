package vn.motcua.dossier.papers.forms;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import vn.motcua.dossier.edge.Caching;

/** A paper as it goes out over HTTP. */
final class Pdf {

    private Pdf() {}

    /** 200; named for who saves it, and kept by nothing on the way. @param name without its ending */
    static Response.ResponseBuilder answer(byte[] bytes, String name) {
        return Response.ok(bytes, FormResource.PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(Caching.unkept());
    }
}
