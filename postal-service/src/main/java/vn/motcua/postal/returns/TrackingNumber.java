package vn.motcua.postal.returns;

import java.util.regex.Pattern;

/**
 * The carrier's number of a parcel, opaque: domestic numbers have shapes of their own. Only one that looks like an international S10
 * number is held to its check digit. Source: UPU standard S10.
 *
 * @param text 1 to 64 visible ASCII characters
 * @throws IllegalArgumentException when it cannot be a tracking number
 */
public record TrackingNumber(String text) {

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,64}");
    private static final Pattern S10 = Pattern.compile("[A-Z]{2}\\d{9}[A-Z]{2}");
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    public TrackingNumber {
        if (!plausible(text)) {
            throw new IllegalArgumentException("no tracking number");
        }
    }

    /** Whether it can be a tracking number. */
    public static boolean plausible(String text) {
        if (text == null || !VISIBLE.matcher(text).matches()) {
            return false;
        }
        return !S10.matcher(text).matches() || checkDigit(text.substring(2, 10)) == text.charAt(10) - '0';
    }

    /** The S10 check digit of eight digits. */
    static int checkDigit(String eight) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (eight.charAt(i) - '0');
        }
        int digit = 11 - sum % 11;
        return digit == 10 ? 0 : digit == 11 ? 5 : digit;
    }
}
