package vn.motcua.dossier.archiving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.motcua.dossier.edge.Digests;

/**
 * A file of an archive package. What it holds is read when it is written, piece by piece.
 *
 * @param path below {@code data/}: words of letters, digits, dots, hyphens and underscores, at most 200 characters; no two alike
 * @param sha256 64 lower-case hexadecimal digits
 * @param kept whether these bytes lie in the store of files and go with the dossier when it is destroyed
 */
public record Enclosure(String path, String sha256, long bytes, boolean kept, Source source) {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final int LONGEST = 200;

    /** Where the bytes come from, each time from the first to the last. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    public Enclosure {
        if (path.length() > LONGEST || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a path for an archive");
        }
    }

    /** What was written down for this package. */
    public static Enclosure of(String path, byte[] content) {
        var hash = HexFormat.of().formatHex(Digests.sha256().digest(content));
        return new Enclosure(path, hash, content.length, false, () -> new ByteArrayInputStream(content));
    }

    /** What lies in the store of files. */
    public static Enclosure kept(String path, String sha256, long bytes, Source source) {
        return new Enclosure(path, sha256, bytes, true, source);
    }

    /** Some systems do not tell capitals apart. */
    String key() {
        return path.toLowerCase(Locale.ROOT);
    }
}
