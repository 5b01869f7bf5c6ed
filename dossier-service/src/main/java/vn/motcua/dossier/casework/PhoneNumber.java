package vn.motcua.dossier.casework;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Vietnamese phone number in E.164: {@code +84912345678}. Mobile numbers of the eleven digits in use until 2018 are converted.
 *
 * @param e164 with {@code +84}
 * @param mobile whether messages can be sent to it
 */
record PhoneNumber(String e164, boolean mobile) {

    private static final Pattern NOISE = Pattern.compile("[\\s.()-]");
    private static final Pattern MOBILE =
            Pattern.compile("(?:0|\\+?84)((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\\d{7})");
    private static final Pattern LANDLINE = Pattern.compile("(?:0|\\+?84)(2\\d{9})");
    private static final Pattern OLD_MOBILE = Pattern.compile("(?:0|\\+?84)(1\\d{2})(\\d{7})");

    /** First digits until 2018 and since. */
    private static final Map<String, String> SINCE_2018 = Map.ofEntries(
            Map.entry("162", "32"),
            Map.entry("163", "33"),
            Map.entry("164", "34"),
            Map.entry("165", "35"),
            Map.entry("166", "36"),
            Map.entry("167", "37"),
            Map.entry("168", "38"),
            Map.entry("169", "39"),
            Map.entry("120", "70"),
            Map.entry("121", "79"),
            Map.entry("122", "77"),
            Map.entry("126", "76"),
            Map.entry("128", "78"),
            Map.entry("123", "83"),
            Map.entry("124", "84"),
            Map.entry("125", "85"),
            Map.entry("127", "81"),
            Map.entry("129", "82"),
            Map.entry("186", "56"),
            Map.entry("188", "58"),
            Map.entry("199", "59"));

    /** Reads a number with or without spaces, dots, hyphens and country code; empty if it is none of this country. */
    static Optional<PhoneNumber> read(String text) {
        var digits = NOISE.matcher(text).replaceAll("");
        var mobile = MOBILE.matcher(digits);
        if (mobile.matches()) {
            return Optional.of(new PhoneNumber("+84" + mobile.group(1), true));
        }
        var landline = LANDLINE.matcher(digits);
        if (landline.matches()) {
            return Optional.of(new PhoneNumber("+84" + landline.group(1), false));
        }
        var old = OLD_MOBILE.matcher(digits);
        return old.matches() && SINCE_2018.containsKey(old.group(1))
                ? Optional.of(new PhoneNumber("+84" + SINCE_2018.get(old.group(1)) + old.group(2), true))
                : Optional.empty();
    }

    /** Never the number: this may end up in a log. */
    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
