package vn.motcua.local.outside.sms;

/** How a text travels as SMS. */
public final class SmsText {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private SmsText() {}

    /** Whether one character at least is not in the GSM 7-bit alphabet, so that the whole text travels as UCS-2. */
    public static boolean needsUnicode(String text) {
        return text.chars().anyMatch(c -> BASIC.indexOf(c) < 0 && EXTENDED.indexOf(c) < 0);
    }

    /** Into how many messages the text is cut: 160 or else 153 septets each, 70 or else 67 UCS-2 units each. */
    public static int parts(String text) {
        if (needsUnicode(text)) {
            return parts(text.length(), 70, 67);
        }
        int septets = text.length()
                + (int) text.chars().filter(c -> EXTENDED.indexOf(c) >= 0).count();
        return parts(septets, 160, 153);
    }

    private static int parts(int units, int alone, int chained) {
        return units <= alone ? 1 : (units + chained - 1) / chained;
    }
}
