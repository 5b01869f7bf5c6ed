package vn.motcua.dossier.papers.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A stream that arrived whole, on disk under a name of its own and flushed; not in any store yet. Closing deletes the file if no store has
 * moved it away.
 *
 * @param md5 of the same bytes, in Base64, as HTTP writes it: for the way to a store, never to tell objects apart
 */
public record Arrival(Path path, ObjectKey key, long bytes, String md5) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
