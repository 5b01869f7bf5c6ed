package vn.motcua.dossier.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash that ties a fact to the one before: {@code sha256:} over the RFC 8785 text of {@code {data, id, previoushash, sequence,
 * source, subject, time, type}}. Trace, recording time and recipient stay outside. The first fact has {@code "previoushash":null}.
 */
public final class EventHash {

    public static final String PREFIX = "sha256:";

    private EventHash() {}

    /** The hash of a fact. {@code attributes.hash()} itself plays no part. */
    public static String of(EventAttributes attributes, String canonicalData) {
        return PREFIX + sha256(input(attributes, canonicalData));
    }

    /**
     * The text that is hashed. Also with a placeholder in the data, which the database replaces in this text and in the data alike:
     * that is how the first fact gets a dossier code that is given out in the same statement.
     */
    public static String input(EventAttributes a, String canonicalData) {
        return new StringBuilder(canonicalData.length() + 400)
                .append("{\"data\":")
                .append(canonicalData)
                .append(",\"id\":\"")
                .append(a.id())
                .append("\",\"previoushash\":")
                .append(a.previoushash() == null ? "null" : quoted(a.previoushash()))
                .append(",\"sequence\":\"")
                .append(a.paddedSequence())
                .append("\",\"source\":")
                .append(quoted(a.source()))
                .append(",\"subject\":")
                .append(quoted(a.subject()))
                .append(",\"time\":\"")
                .append(EventFormat.text(a.time()))
                .append("\",\"type\":")
                .append(quoted(a.type()))
                .append('}')
                .toString();
    }

    /** SHA-256 in lower-case hexadecimal. */
    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static String quoted(String text) {
        return EventFormat.canonicalText(text);
    }
}
