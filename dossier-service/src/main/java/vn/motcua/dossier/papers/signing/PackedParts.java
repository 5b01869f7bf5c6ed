package vn.motcua.dossier.papers.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of a PDF that have to be unpacked before it can be read: its packed objects and its table of them. Whoever packs ten gigabytes of nothing
 * into ten megabytes is found out here, by a count that keeps nothing.
 */
final class PackedParts {

    private static final long MOST_BYTES = 8L * 1024 * 1024;
    private static final int LONGEST_DICTIONARY = 8 * 1024;
    private static final int ROOM = 16 * 1024;
    private static final byte[] STREAM = "stream".getBytes(ISO_8859_1);
    private static final byte[] END = "end".getBytes(ISO_8859_1);
    /** The name may be written with escapes, and then it may be any. */
    private static final Pattern NEEDED = Pattern.compile("ObjStm|XRef|#");
    /** Packed twice, packed in another way, or in one that stands elsewhere. */
    private static final Pattern ODD =
            Pattern.compile("/Filter\\s*(\\d|\\[\\s*/\\w+\\s*[/\\d])|/Filter\\s*\\[?\\s*/(?!Fl)\\w|#");

    private PackedParts() {}

    /** Whether all of them together unpack into 8 MiB at most, as far as that can be said. */
    static boolean areBounded(byte[] pdf) {
        var bytes = 0L;
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            var dictionary = dictionary(pdf, at - STREAM.length);
            if (NEEDED.matcher(dictionary).find()) {
                bytes += ODD.matcher(dictionary).find() ? MOST_BYTES + 1 : unpacked(pdf, at, MOST_BYTES - bytes);
                if (bytes > MOST_BYTES) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Where the bytes of the next stream begin; negative where there is none. */
    private static int next(byte[] pdf, int from) {
        for (int at = from; at + STREAM.length + 1 < pdf.length; at++) {
            if (is(pdf, at, STREAM) && !(at >= END.length && is(pdf, at - END.length, END))) {
                var behind = at + STREAM.length;
                if (pdf[behind] == '\n' || pdf[behind] == '\r') {
                    return behind;
                }
            }
        }
        return -1;
    }

    private static boolean is(byte[] pdf, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (pdf[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** What stands before it, back to the word that begins the object; all that is looked at where there is none. */
    private static String dictionary(byte[] pdf, int end) {
        var begin = Math.max(0, end - LONGEST_DICTIONARY);
        var text = new String(pdf, begin, end - begin, ISO_8859_1);
        return text.substring(Math.max(0, text.lastIndexOf("obj")));
    }

    /** How much comes out, counted up to one byte more than {@code most}. */
    private static long unpacked(byte[] pdf, int lineEnd, long most) {
        var from = lineEnd + (pdf[lineEnd] == '\r' && pdf[lineEnd + 1] == '\n' ? 2 : 1);
        var inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            var room = new byte[ROOM];
            var bytes = 0L;
            for (int came = inflater.inflate(room); came > 0 && bytes <= most; came = inflater.inflate(room)) {
                bytes += came;
            }
            return bytes;
        } catch (DataFormatException notPacked) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
