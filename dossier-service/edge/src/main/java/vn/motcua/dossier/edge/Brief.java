package vn.motcua.dossier.edge;

import java.util.Arrays;

/**
 * A failure in one line: classes and where, innermost last. Messages stay out, since drivers quote rows in them, and a
 * row may be a person.
 */
final class Brief {

    private static final int MAX_CAUSES = 4;

    private Brief() {}

    static String of(Throwable thrown) {
        var line = new StringBuilder();
        var cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            line.append(i == 0 ? "" : " < ").append(cause.getClass().getName()).append(place(cause));
        }
        return line.toString();
    }

    /** The first place in our own code, otherwise simply the first. */
    private static String place(Throwable thrown) {
        var stack = thrown.getStackTrace();
        if (stack.length == 0) {
            return "";
        }
        var frame = Arrays.stream(stack)
                .filter(f -> f.getClassName().startsWith("vn.motcua.") && f.getLineNumber() > 0)
                .findFirst()
                .orElse(stack[0]);
        return "@" + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }
}
