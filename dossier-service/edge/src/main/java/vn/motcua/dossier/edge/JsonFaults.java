package vn.motcua.dossier.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the parser complains of, in words for the caller and without a piece of what was sent. */
final class JsonFaults {

    /** U+FFFE and U+FFFF are no characters, and no XML document holds them. */
    private static final char FIRST_OF_NO_CHARACTER = '\uFFFE';

    private JsonFaults() {}

    static Problem missing() {
        return Problem.of(ProblemType.MALFORMED).pointer("", "Thiếu nội dung JSON.", "A JSON body is required.");
    }

    /** Bytes that are no JSON document, or one beyond the limits. */
    static Problem unreadable(IOException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException) {
                return tooLarge();
            }
        }
        return malformed(fault);
    }

    /** A document that is not the record asked for. */
    static Problem unfitting(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return Problem.of(ProblemType.UNKNOWN_FIELD)
                    .pointer(pointer(unknown), "Không có trường này.", "There is no such field.");
        }
        var expected = Expected.of(targetType(fault));
        return Problem.of(ProblemType.WRONG_TYPE)
                .pointer(
                        fault instanceof JsonMappingException mapping ? pointer(mapping) : "",
                        "Cần " + expected.vietnamese() + ".",
                        "Expected " + expected.english() + ".");
    }

    private static Class<?> targetType(Throwable fault) {
        if (fault instanceof MismatchedInputException mismatch) {
            return mismatch.getTargetType();
        }
        if (fault instanceof InputCoercionException outOfRange) {
            return outOfRange.getTargetType();
        }
        return fault == null ? null : targetType(fault.getCause());
    }

    /** Text that a database cannot keep, or no document can show: it would be refused later as if it were our fault. */
    static void requireWritable(JsonNode node, String pointer) {
        if (node.isTextual() && !writable(node.textValue())) {
            throw unwritable(pointer);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                requireWritable(node.get(i), pointer + "/" + i);
            }
        } else if (node.isObject()) {
            for (var field : node.properties()) {
                if (!writable(field.getKey())) {
                    throw unwritable(pointer);
                }
                requireWritable(field.getValue(), pointer + "/" + escaped(field.getKey()));
            }
        }
    }

    private static boolean writable(String text) {
        return text.chars().noneMatch(unit -> unit == 0 || unit >= FIRST_OF_NO_CHARACTER)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Problem unwritable(String pointer) {
        return Problem.of(ProblemType.MALFORMED)
                .pointer(
                        pointer,
                        "Có ký tự không hợp lệ (U+0000, U+FFFE, U+FFFF hoặc nửa cặp surrogate).",
                        "It has an invalid character (U+0000, U+FFFE, U+FFFF or half of a surrogate pair).");
    }

    private static Problem tooLarge() {
        return Problem.of(ProblemType.TOO_LARGE)
                .detail(
                        "Nội dung sâu tối đa " + StrictJson.MAX_DEPTH + " lớp, mỗi chuỗi tối đa " + StrictJson.MAX_TEXT
                                + " ký tự, mỗi số tối đa " + StrictJson.MAX_NUMBER + " ký tự.",
                        "At most " + StrictJson.MAX_DEPTH + " levels deep, " + StrictJson.MAX_TEXT
                                + " characters a text, " + StrictJson.MAX_NUMBER + " characters a number.");
    }

    private static Problem malformed(IOException fault) {
        var problem = Problem.of(ProblemType.MALFORMED);
        var at = fault instanceof JsonProcessingException parse ? parse.getLocation() : null;
        return at == null
                ? problem.detail("Nội dung không phải là JSON.", "The body is not JSON.")
                : problem.detail(
                        "JSON sai ở dòng " + at.getLineNr() + ", cột " + at.getColumnNr() + ".",
                        "The JSON is wrong at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".");
    }

    private static String pointer(JsonMappingException fault) {
        var pointer = new StringBuilder();
        for (var step : fault.getPath()) {
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? String.valueOf(step.getIndex())
                                    : escaped(step.getFieldName()));
        }
        return pointer.toString();
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
