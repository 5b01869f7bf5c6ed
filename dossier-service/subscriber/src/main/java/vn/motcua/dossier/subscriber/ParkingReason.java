package vn.motcua.dossier.subscriber;

import io.vertx.pgclient.PgException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why an event is parked, in words that an operator may read: the kind of fault and its place, without the values it was about. */
final class ParkingReason {

    /** Longest reason, in characters. */
    static final int LONGEST = 500;

    /** Messages of parsers and databases quote what they choke on: quoted texts, addresses and long numbers are taken out. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|“[^”]*”|`[^`]*`|\\[[^\\]]*\\]");

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d .-]{5,}\\d");
    private static final Pattern NUL = Pattern.compile("\\p{Cntrl}+");

    private ParkingReason() {}

    static String of(Throwable fault) {
        return bounded(fault.getClass().getName() + ": " + what(fault) + where(fault));
    }

    /** Any text in a form that can be stored. */
    static String bounded(String text) {
        var plain = NUL.matcher(text).replaceAll(" ");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }

    private static String what(Throwable fault) {
        if (fault instanceof PgException refused) {
            return "SQLSTATE " + refused.getSqlState() + named(" constraint ", refused.getConstraint())
                    + named(" table ", refused.getTable()) + named(" column ", refused.getColumn());
        }
        if (fault instanceof NotYet) {
            return fault.getMessage();
        }
        var message = fault.getMessage() == null ? "no message" : fault.getMessage();
        var unquoted = QUOTED.matcher(message).replaceAll("…");
        return NUMBER.matcher(ADDRESS.matcher(unquoted).replaceAll("…")).replaceAll("…");
    }

    private static String named(String label, String name) {
        return name == null ? "" : label + name;
    }

    private static String where(Throwable fault) {
        return Stream.of(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("vn.motcua."))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
    }
}
