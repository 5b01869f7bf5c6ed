package vn.motcua.dossier.edge;

import jakarta.ws.rs.core.CacheControl;

/** What those on the way may keep of an answer. */
public final class Caching {

    private Caching() {}

    /** Nothing: for whatever is about one dossier. */
    public static CacheControl unkept() {
        var unkept = new CacheControl();
        unkept.setNoStore(true);
        unkept.setNoTransform(false);
        return unkept;
    }
}
