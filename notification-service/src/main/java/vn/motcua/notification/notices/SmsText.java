package vn.motcua.notification.notices;

import java.text.Normalizer;

/**
 * A text as it travels by SMS, in composed form (NFC): decomposed, "Hồ sơ" would cost eight units instead of five.
 *
 * @param content what is sent
 * @param unicode whether one character at least is outside the GSM 7-bit alphabet, so that the whole travels as UCS-2
 * @param units septets, or UCS-2 units
 * @param parts messages it is cut into: 160 or else 153 septets each, 70 or else 67 UCS-2 units each
 */
public record SmsText(String content, boolean unicode, int units, int parts) {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Reached by an escape: two septets each. */
    private static final String EXTENDED = "^{}\\[~]|€\f";

    /** Counts a text after composing it. */
    public static SmsText of(String text) {
        var content = Normalizer.normalize(text, Normalizer.Form.NFC);
        boolean unicode = content.chars().anyMatch(c -> BASIC.indexOf(c) < 0 && EXTENDED.indexOf(c) < 0);
        int units = content.codePoints().map(c -> cost(c, unicode)).sum();
        int parts = unicode ? parts(content, true, units, 70, 67) : parts(content, false, units, 160, 153);
        return new SmsText(content, unicode, units, parts);
    }

    private static int cost(int codePoint, boolean unicode) {
        return unicode ? Character.charCount(codePoint) : EXTENDED.indexOf(codePoint) >= 0 ? 2 : 1;
    }

    /** What costs two units is never cut in two: it opens the next part. */
    private static int parts(String content, boolean unicode, int units, int alone, int chained) {
        if (units <= alone) {
            return 1;
        }
        int parts = 1;
        int filled = 0;
        for (var c : content.codePoints().toArray()) {
            int cost = cost(c, unicode);
            if (filled + cost > chained) {
                parts++;
                filled = 0;
            }
            filled += cost;
        }
        return parts;
    }
}
