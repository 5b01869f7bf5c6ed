package vn.motcua.dossier.archiving;

import java.io.IOException;

/** A file is no more what its hash says: no package goes out with it. */
public final class NotWhole extends IOException {

    private static final long serialVersionUID = 1L;

    NotWhole(String sha256) {
        super("the bytes of " + sha256 + " are others, or fewer");
    }
}
