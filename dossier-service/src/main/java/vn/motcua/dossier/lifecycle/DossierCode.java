package vn.motcua.dossier.lifecycle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code by which people know a dossier: {@code H03.01-220608-0001}. Not secret, never a proof of ownership. Source: Circular
 * 01/2018/TT-VPCP, art. 19; Decision 20/2020/QĐ-TTg for the agency part.
 *
 * @param agency code of the agency, by the present or the earlier scheme
 * @param day of receipt in Asia/Ho_Chi_Minh, 2000 to 2099
 * @param number from 1, per agency and day without gaps
 */
public record DossierCode(String agency, LocalDate day, int number) {

    /** Where dates are dates, wherever the server stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The highest number that is given out; four digits are the rule. More digits are read, never written. */
    public static final int HIGHEST = 9_999;

    private static final Pattern FORM = Pattern.compile(
            "(\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Y]\\d{2}|[A-Y]\\d{2}(?:\\.[A-Z0-9]+)*)-(\\d{2})(\\d{2})(\\d{2})-(\\d{4,6})");

    private static final int LONGEST_AGENCY = 35;

    /** Reads a code; empty if it is none, its date does not exist or its number is 0. */
    public static Optional<DossierCode> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches() || parts.group(1).length() > LONGEST_AGENCY) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.of(2000 + whole(parts.group(2)), whole(parts.group(3)), whole(parts.group(4)));
            var number = whole(parts.group(5));
            return number == 0 ? Optional.empty() : Optional.of(new DossierCode(parts.group(1), day, number));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** What stands before the number in every code of an agency and day: {@code H03.01-220608-}. */
    public static String stem(String agency, LocalDate day) {
        return String.format(
                Locale.ROOT, "%s-%02d%02d%02d-", agency, day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth());
    }

    /** The code in writing, with four digits or as many as it takes. */
    public String text() {
        return stem(agency, day) + String.format(Locale.ROOT, "%04d", number);
    }

    private static int whole(String digits) {
        return Integer.parseInt(digits);
    }
}
