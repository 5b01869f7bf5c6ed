package vn.motcua.dossier.catalogue;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/**
 * What somebody wants to know: the limit counted from the start in the agency's working time.
 *
 * @param start within the years 1900 to 9999
 */
record DueDateQuestion(Instant start, TimeLimit limit, String agency) {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Set<String> NAMES = Set.of("start", "limit", "unit", "agency");
    private static final Set<LimitUnit> UNITS =
            Set.of(LimitUnit.WORKING_DAYS, LimitUnit.WORKING_HOURS, LimitUnit.CALENDAR_DAYS);

    /** Reads the parameters; every one that is wrong is named in one problem. */
    static DueDateQuestion of(MultivaluedMap<String, String> parameters) {
        Problem problem = Problem.of(ProblemType.MALFORMED);
        boolean wellFormed = names(parameters, problem);
        Instant start = start(one(parameters, "start"));
        if (start == null) {
            problem.parameter(
                    "start",
                    "Thời điểm ISO 8601, giờ Việt Nam nếu không ghi múi giờ, ví dụ 2022-06-08T09:00.",
                    "A time in ISO 8601, in Vietnam unless an offset is given: 2022-06-08T09:00.");
        }
        LimitUnit unit = unit(one(parameters, "unit"));
        if (unit == null) {
            problem.parameter(
                    "unit",
                    "Một trong WORKING_DAYS, WORKING_HOURS, CALENDAR_DAYS.",
                    "One of WORKING_DAYS, WORKING_HOURS, CALENDAR_DAYS.");
        }
        int amount = amount(one(parameters, "limit"));
        if (amount < 1) {
            problem.parameter(
                    "limit",
                    "Số nguyên từ 1 đến " + TimeLimit.MOST + ".",
                    "A whole number from 1 to " + TimeLimit.MOST + ".");
        }
        String agency = one(parameters, "agency");
        if (agency == null || agency.isBlank()) {
            problem.parameter("agency", "Mã cơ quan, ví dụ H03.01.", "The code of an agency: H03.01.");
        }
        if (!wellFormed || start == null || unit == null || amount < 1 || agency == null || agency.isBlank()) {
            throw problem;
        }
        return new DueDateQuestion(start, new TimeLimit(amount, unit), agency);
    }

    private static boolean names(MultivaluedMap<String, String> parameters, Problem problem) {
        boolean known = true;
        for (String name : parameters.keySet()) {
            if (!NAMES.contains(name)) {
                problem.parameter(name, "Tham số lạ.", "An unknown parameter.");
                known = false;
            } else if (parameters.get(name).size() > 1) {
                problem.parameter(name, "Chỉ ghi một lần.", "Give it once.");
                known = false;
            }
        }
        return known;
    }

    private static String one(MultivaluedMap<String, String> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null || values.size() != 1 ? null : values.get(0);
    }

    private static Instant start(String text) {
        if (text == null || text.length() > 40) {
            return null;
        }
        // A plus sign that was not escaped arrives as a space.
        String written = text.replace(' ', '+');
        try {
            OffsetDateTime at = written.matches(".*T.*(Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(written)
                    : LocalDateTime.parse(written).atZone(VIETNAM).toOffsetDateTime();
            return at.getYear() < 1900 || at.getYear() > 9999 ? null : at.toInstant();
        } catch (DateTimeException otherForm) {
            return null;
        }
    }

    private static LimitUnit unit(String text) {
        return UNITS.stream()
                .filter(unit -> unit.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static int amount(String text) {
        if (text == null || !text.matches("[0-9]{1,4}")) {
            return 0;
        }
        int amount = Integer.parseInt(text);
        return amount > TimeLimit.MOST ? 0 : amount;
    }
}
