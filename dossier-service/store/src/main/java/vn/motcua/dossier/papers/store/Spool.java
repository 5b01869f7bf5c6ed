package vn.motcua.dossier.papers.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Where streams arrive before a store takes them: a folder of this machine. However long a stream is, it costs one buffer of memory. What
 * a process that was killed left behind is swept by age, so instances may share the folder.
 */
public final class Spool {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String SUFFIX = ".part";

    private final Path folder;

    public Spool(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the stream to its end, at most so many bytes, and flushes it to disk.
     *
     * @throws TooLarge when there is more; the rest is not read
     * @throws IOException when the sender hangs up or the disk fails; in each case nothing stays behind
     */
    public Arrival receive(InputStream stream, long limitBytes) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(UUID.randomUUID() + SUFFIX);
        boolean whole = false;
        try {
            Arrival arrival = write(stream, limitBytes, file);
            whole = true;
            return arrival;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Arrival write(InputStream stream, long limitBytes, Path file) throws IOException {
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest md5 = digest("MD5");
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (FileChannel to = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                bytes += read;
                if (bytes > limitBytes) {
                    throw new TooLarge(limitBytes);
                }
                sha256.update(buffer, 0, read);
                md5.update(buffer, 0, read);
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
                while (rest.hasRemaining()) {
                    to.write(rest);
                }
            }
            to.force(true);
        }
        return new Arrival(
                file,
                new ObjectKey(HexFormat.of().formatHex(sha256.digest())),
                bytes,
                Base64.getEncoder().encodeToString(md5.digest()));
    }

    /** Deletes what has lain here untouched for longer than that, and says how many files it was. */
    public int sweep(Duration age) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        Instant before = Instant.now().minus(age);
        int swept = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                swept += sweep(file, before);
            }
        }
        return swept;
    }

    private static int sweep(Path file, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                return Files.deleteIfExists(file) ? 1 : 0;
            }
            return 0;
        } catch (NoSuchFileException takenMeanwhile) {
            return 0;
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + algorithm, impossible);
        }
    }
}
