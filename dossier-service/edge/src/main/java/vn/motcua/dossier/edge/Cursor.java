package vn.motcua.dossier.edge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Where the next page of a keyset list begins: opaque to callers and checked when it comes back. A cursor belongs to
 * the list it was written for; give the list's name together with its filters ({@code "queue|H03.01|ACCEPTED"}), so
 * that a cursor cannot wander into another list. The check finds damage, it is no signature: rights are decided on
 * every page anew.
 */
public final class Cursor {

    private static final int CHECK_BYTES = 9;
    private static final int MAX_LENGTH = 1024;
    private static final char SEPARATOR = '\u001f';

    private Cursor() {}

    /** Writes the position after the last row shown, such as due time and id. Values hold no personal data. */
    public static String write(String list, String... position) {
        var content = String.join(String.valueOf(SEPARATOR), position).getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(CHECK_BYTES + content.length)
                .put(check(list, content))
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads a position back, in the order in which it was written.
     *
     * @param parts how many values the list's cursors have
     * @throws Problem 400 when it was damaged, made up, or belongs to another list
     */
    public static List<String> read(String list, int parts, String cursor) {
        try {
            if (cursor.length() > MAX_LENGTH) {
                throw refused();
            }
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length < CHECK_BYTES) {
                throw refused();
            }
            var content = Arrays.copyOfRange(bytes, CHECK_BYTES, bytes.length);
            if (!MessageDigest.isEqual(check(list, content), Arrays.copyOf(bytes, CHECK_BYTES))) {
                throw refused();
            }
            var text = new String(content, StandardCharsets.UTF_8);
            var position = text.split(String.valueOf(SEPARATOR), -1);
            // No database takes a text with a zero in it.
            if (position.length != parts || text.indexOf('\0') >= 0) {
                throw refused();
            }
            return List.of(position);
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
    }

    /**
     * Reads a position back as a place in the list. The check in a cursor is public: who knows how a list is named can make one up that passes it, with
     * values that are no place.
     *
     * @param place of the values, in the order in which they were written; whatever it throws means that they are none
     * @throws Problem 400 also for values that are no place
     */
    public static <T> T read(String list, int parts, String cursor, Function<List<String>, T> place) {
        var position = read(list, parts, cursor);
        try {
            return place.apply(position);
        } catch (RuntimeException madeUp) {
            throw refused();
        }
    }

    private static byte[] check(String list, byte[] content) {
        var sha = Digests.sha256();
        sha.update(list.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        return Arrays.copyOf(sha.digest(content), CHECK_BYTES);
    }

    private static Problem refused() {
        return Problem.of(ProblemType.MALFORMED)
                .parameter(
                        "cursor",
                        "Con trỏ trang không hợp lệ; hãy bắt đầu lại từ trang đầu.",
                        "The cursor is not one of this list; begin again from the first page.");
    }
}
