package vn.motcua.dossier.papers.forms;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import vn.motcua.dossier.calendar.LimitUnit;

/** Dates, amounts and numbers as Vietnamese papers write them. Days are those of Asia/Ho_Chi_Minh. */
final class Words {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    static final String DOTS = "……………………………………";

    private static final int SHOWN_OF_HASH = 8;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Words() {}

    static LocalDate day(Instant at) {
        return at.atZone(VIETNAM).toLocalDate();
    }

    /** {@code 09 giờ 05 phút, ngày 08/06/2022}; null for null. */
    static String moment(Instant at) {
        if (at == null) {
            return null;
        }
        var local = at.atZone(VIETNAM);
        return "%02d giờ %02d phút, ngày %s".formatted(local.getHour(), local.getMinute(), date(local.toLocalDate()));
    }

    /** {@code 09:05 08/06/2022}, for tables; null for null. */
    static String brief(Instant at) {
        if (at == null) {
            return null;
        }
        var local = at.atZone(VIETNAM);
        return "%02d:%02d %s".formatted(local.getHour(), local.getMinute(), date(local.toLocalDate()));
    }

    /** {@code 08/06/2022}; null for null. */
    static String date(LocalDate day) {
        return day == null ? null : "%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** Under the national title: days below 10 and the months 1 and 2 get a zero, so that nothing can be put before them. */
    static String dateLine(String place, LocalDate day) {
        var month = day.getMonthValue() < 3 ? "%02d".formatted(day.getMonthValue()) : "" + day.getMonthValue();
        return "%s, ngày %02d tháng %s năm %d".formatted(place, day.getDayOfMonth(), month, day.getYear());
    }

    /** {@code 200.000 đồng}. */
    static String dong(long amount) {
        return "%,d".formatted(amount).replace(',', '.').replace('\u00a0', '.') + " đồng";
    }

    static String limit(int amount, LimitUnit unit) {
        return switch (unit) {
            case WORKING_DAYS -> "%02d ngày làm việc".formatted(amount);
            case CALENDAR_DAYS -> "%02d ngày".formatted(amount);
            case WORKING_HOURS -> "%02d giờ làm việc".formatted(amount);
            case NONE -> "không quy định thời hạn";
        };
    }

    /** E.164 as people dial it at home: {@code 0912 345 678}. Null for null; what is not Vietnamese stays. */
    static String phone(String number) {
        if (number == null || !number.startsWith("+84")) {
            return number;
        }
        var home = "0" + number.substring(3);
        return home.length() == 10 ? home.substring(0, 4) + " " + home.substring(4, 7) + " " + home.substring(7) : home;
    }

    /** Of a hash what an eye can compare: its first and last digits. */
    static String ends(String hash) {
        var digits = hash.substring(hash.indexOf(':') + 1);
        return digits.substring(0, SHOWN_OF_HASH) + "…" + digits.substring(digits.length() - SHOWN_OF_HASH);
    }

    static String capitals(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(VIETNAMESE) + text.substring(1);
    }

    /** As fonts have it: composed. Null for null and blank. */
    static String clean(String text) {
        return text == null || text.isBlank() ? null : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
