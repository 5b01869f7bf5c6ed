package vn.motcua.dossier.edge;

import jakarta.ws.rs.core.EntityTag;

/** Writes {@code ETag: "5"}: the number of the last step that a person took. */
public final class ETags {

    private ETags() {}

    /** A strong tag for {@code Response.ok(view).tag(…)}. */
    public static EntityTag of(long sequence) {
        return new EntityTag(Long.toString(sequence));
    }
}
