package vn.motcua.notification.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Times as citizens read them: in Vietnam, 24 hours, day before month. */
final class LocalTimes {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private LocalTimes() {}

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VIETNAM);
    }

    static String date(Instant at) {
        return DATE.format(day(at));
    }

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    static String moment(Instant at) {
        return MOMENT.format(at.atZone(VIETNAM));
    }

    /** The place {@code due} of a text; none where nothing is due. */
    static Map<String, String> due(Instant at) {
        return at == null ? Map.of() : Map.of("due", moment(at));
    }
}
