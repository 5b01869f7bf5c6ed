package vn.motcua.dossier.payments;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Names of requests for payment: 80 random bits, so that nobody guesses another's; without letters that are taken for digits. */
public final class PaymentReference {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom CHANCE = new SecureRandom();

    private PaymentReference() {}

    /** One that was never given out. */
    public static String fresh() {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(CHANCE.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Whether it could be one. */
    public static boolean plausible(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }
}
