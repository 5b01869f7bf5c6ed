package vn.motcua.local.outside.carrier;

/** Item codes in the form S10 of the Universal Postal Union: two letters, eight digits, a check digit, the country. */
final class ItemCode {

    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private ItemCode() {}

    /** A registered item of Viet Nam; the serial has at most eight digits. */
    static String registered(int serial) {
        String digits = String.format(java.util.Locale.ROOT, "%08d", serial);
        return "RR" + digits + check(digits) + "VN";
    }

    /** 11 minus the weighted sum modulo 11; 10 becomes 0 and 11 becomes 5. */
    static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int check = 11 - sum % 11;
        return check == 10 ? 0 : check == 11 ? 5 : check;
    }
}
