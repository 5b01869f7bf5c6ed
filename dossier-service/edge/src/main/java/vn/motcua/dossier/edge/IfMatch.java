package vn.motcua.dossier.edge;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code If-Match}: the step that the caller saw last. */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private IfMatch() {}

    /**
     * The number in {@code If-Match: "5"}, 0 or more.
     *
     * @throws Problem 428 when the header is missing; 400 when it is not one strong tag of ours ({@code *}, weak and
     *     several tags would let a step through that the caller has not seen)
     */
    public static long required(HttpHeaders headers) {
        return of(headers.getRequestHeader(HttpHeaders.IF_MATCH));
    }

    static long of(List<String> values) {
        if (values == null || values.isEmpty()) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED)
                    .detail(
                            "Hãy đọc lại và gửi If-Match với ETag vừa nhận.",
                            "Read it again and send If-Match with the ETag you got.");
        }
        if (values.size() > 1 || values.get(0).indexOf(',') >= 0) {
            throw malformed("Chỉ gửi một ETag.", "Send one ETag only.");
        }
        var value = values.get(0).strip();
        if (value.equals("*")) {
            throw malformed("Không nhận dấu *; hãy gửi ETag vừa nhận.", "* is not taken; send the ETag you got.");
        }
        if (value.startsWith("W/")) {
            throw malformed("ETag yếu không bao giờ khớp.", "A weak ETag never matches.");
        }
        var tag = TAG.matcher(value);
        if (!tag.matches()) {
            throw malformed(
                    "ETag là một số trong dấu ngoặc kép, ví dụ \"5\".", "An ETag is a number in quotes: \"5\".");
        }
        return Long.parseLong(tag.group(1));
    }

    private static Problem malformed(String vietnamese, String english) {
        return Problem.of(ProblemType.MALFORMED).header(HttpHeaders.IF_MATCH, vietnamese, english);
    }
}
