package vn.motcua.dossier.papers.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Objects as files {@code ab/cd/abcd…} of one folder, which several instances may share. The spool must lie on the same file system: an
 * object appears by renaming, whole or not at all.
 */
public final class FolderStore implements ObjectStore {

    private final Path folder;

    public FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(Arrival arrival) throws IOException {
        Path target = file(arrival.key());
        Path shelf = target.getParent();
        makeShelf(shelf);
        // Over what may be there already: the same bytes, so nobody who reads notices, and nobody needs to look first.
        Files.move(arrival.path(), target, StandardCopyOption.ATOMIC_MOVE);
        flush(shelf);
    }

    /** A name is on disk for good when the folder that holds it was flushed. */
    private void makeShelf(Path shelf) throws IOException {
        if (!Files.isDirectory(shelf)) {
            Files.createDirectories(shelf);
            flush(shelf.getParent());
            flush(folder);
        }
    }

    @Override
    public InputStream open(ObjectKey key) throws IOException {
        try {
            return Files.newInputStream(file(key));
        } catch (NoSuchFileException gone) {
            throw new NoSuchObject(key);
        }
    }

    @Override
    public boolean exists(ObjectKey key) {
        return Files.exists(file(key));
    }

    @Override
    public void delete(ObjectKey key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    private Path file(ObjectKey key) {
        String name = key.sha256();
        return folder.resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private static void flush(Path directory) throws IOException {
        try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
