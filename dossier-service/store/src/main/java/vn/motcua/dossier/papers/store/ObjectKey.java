package vn.motcua.dossier.papers.store;

import java.util.regex.Pattern;

/**
 * The name of an object: the SHA-256 of its bytes, 64 lower-case hexadecimal digits. Nothing else can be said with it, so a key from
 * outside never becomes a path.
 */
public record ObjectKey(String sha256) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final String PREFIX = "sha256:";

    public ObjectKey {
        if (!FORM.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal");
        }
    }

    /** Reads {@code sha256:…}, the form in which events and answers write it. */
    public static ObjectKey parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a SHA-256: the prefix is missing");
        }
        return new ObjectKey(text.substring(PREFIX.length()));
    }

    /** {@code sha256:…}. */
    @Override
    public String toString() {
        return PREFIX + sha256;
    }
}
