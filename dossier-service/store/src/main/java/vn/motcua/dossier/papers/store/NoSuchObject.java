package vn.motcua.dossier.papers.store;

import java.io.IOException;

/** What a key names is not there: it was deleted, or the store is another than the database remembers. */
public final class NoSuchObject extends IOException {

    public NoSuchObject(ObjectKey key) {
        super("no object " + key);
    }
}
