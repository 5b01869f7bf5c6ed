package vn.motcua.dossier.staff;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Position;
import vn.motcua.dossier.staff.roster.StaffRole;

/** Makes a post out of the values of a line. */
final class StaffLine {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._@:+~=-]{1,128}");
    private static final Pattern POSITION = Pattern.compile("[A-Z0-9._-]{1,32}");
    private static final int LONGEST_NAME = 120;

    /** They would hide behind the addresses of the same name. */
    private static final Set<String> RESERVED = Set.of("import", "delegations", "contradictions");

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private static final LocalDate EARLIEST = LocalDate.of(1945, 9, 2);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private StaffLine() {}

    /** @throws LineRefused with the first thing that is wrong */
    static Officer post(Map<StaffColumn, String> values, Predicate<String> isAgency) {
        values.values().forEach(value -> check(value.indexOf('\uFFFD') < 0, LineFault.NOT_UTF8));
        var from = day(values.get(StaffColumn.VALID_FROM), LineFault.VALID_FROM);
        check(from != null, LineFault.VALID_FROM);
        var to = day(values.get(StaffColumn.VALID_TO), LineFault.VALID_TO);
        check(to == null || !to.isBefore(from), LineFault.VALID_TO);
        var unit = values.get(StaffColumn.UNIT);
        check(unit != null && isAgency.test(unit), LineFault.UNKNOWN_UNIT);
        return new Officer(
                account(values),
                text(values.get(StaffColumn.NAME), LineFault.NAME),
                unit,
                position(values),
                roles(values.get(StaffColumn.ROLES)),
                from,
                to);
    }

    static String account(Map<StaffColumn, String> values) {
        var account = values.get(StaffColumn.ACCOUNT);
        check(account != null && ACCOUNT.matcher(account).matches() && !RESERVED.contains(account), LineFault.ACCOUNT);
        return account;
    }

    private static Position position(Map<StaffColumn, String> values) {
        var code = values.get(StaffColumn.POSITION);
        check(code != null && POSITION.matcher(code).matches(), LineFault.POSITION);
        var en = values.get(StaffColumn.POSITION_EN);
        return new Position(
                code,
                text(values.get(StaffColumn.POSITION_VI), LineFault.POSITION_NAME),
                en == null ? null : text(en, LineFault.POSITION_NAME));
    }

    private static Set<StaffRole> roles(String words) {
        check(words != null, LineFault.ROLES);
        var roles = EnumSet.noneOf(StaffRole.class);
        for (var word : words.strip().split("[\\s,|+/]+")) {
            roles.add(StaffRole.of(word).orElseThrow(() -> new LineRefused(LineFault.ROLES)));
        }
        return roles;
    }

    /** In one form of Unicode, so that the same name from another keyboard is no change. */
    private static String text(String value, LineFault fault) {
        check(value != null, fault);
        var text = Normalizer.normalize(value, Normalizer.Form.NFC);
        check(text.length() <= LONGEST_NAME && text.chars().noneMatch(Character::isISOControl), fault);
        return text;
    }

    private static LocalDate day(String text, LineFault fault) {
        if (text == null) {
            return null;
        }
        for (var format : DAYS) {
            try {
                var day = LocalDate.parse(text, format);
                check(!day.isBefore(EARLIEST) && !day.isAfter(LATEST), fault);
                return day;
            } catch (DateTimeException otherForm) {
                // The next form, or none.
            }
        }
        throw new LineRefused(fault);
    }

    private static void check(boolean holds, LineFault fault) {
        if (!holds) {
            throw new LineRefused(fault);
        }
    }
}
