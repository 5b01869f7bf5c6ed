package vn.motcua.dossier.papers.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps objects under the hash of their bytes. An object never changes; two who put the same bytes have one object between them, so who
 * deletes must know that nobody else refers to it. Safe for use by many threads and many instances on the same place. An {@link
 * IOException} means that the place is away or full: try later.
 */
public interface ObjectStore {

    /** Takes what arrived. When this returns, the object survives a crash of this machine (folder) or is acknowledged (S3). Again is the same. */
    void put(Arrival arrival) throws IOException;

    /** The object's bytes from the first to the last; the caller closes. */
    InputStream open(ObjectKey key) throws NoSuchObject, IOException;

    /** Whether the object is there now. */
    boolean exists(ObjectKey key) throws IOException;

    /** Deletes for good what need no longer be kept; nothing happens where nothing is. */
    void delete(ObjectKey key) throws IOException;
}
