package vn.motcua.dossier.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import vn.motcua.dossier.edge.Digests;

/**
 * What stands on a receipt so that whoever holds it can say how they were served: ten of Crockford's signs, which is 50 bits. It is known to the paper
 * alone; what is kept is a digest. Nothing but {@link #text()} tells it.
 */
public final class RatingCode {

    /** Without I, L, O and U: what is read wrong or makes words. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;
    private static final int GROUP = 5;

    private final String signs;

    private RatingCode(String signs) {
        this.signs = signs;
    }

    /** A new one. @param chance that nobody foresees */
    public static RatingCode draw(RandomGenerator chance) {
        var signs = new StringBuilder(LENGTH);
        while (signs.length() < LENGTH) {
            signs.append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
        }
        return new RatingCode(signs.toString());
    }

    /** As somebody types what they read: small letters, spaces, hyphens and look-alikes are forgiven. Empty where it has not the form of one. */
    static Optional<RatingCode> read(String typed) {
        var signs = new StringBuilder(LENGTH);
        for (var letter : typed.toCharArray()) {
            if (!isBetweenSigns(letter)) {
                signs.append(meant(Character.toUpperCase(letter)));
            }
        }
        return signs.length() == LENGTH && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                ? Optional.of(new RatingCode(signs.toString()))
                : Optional.empty();
    }

    private static boolean isBetweenSigns(char letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.DASH_PUNCTUATION;
    }

    private static char meant(char letter) {
        return switch (letter) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> letter;
        };
    }

    /** As it is printed: {@code 7K2QX-94MTD}. */
    public String text() {
        return signs.substring(0, GROUP) + "-" + signs.substring(GROUP);
    }

    /** What is kept of it: SHA-256 (32 bytes) over the dossier and the code, so that equal codes of two dossiers are not seen to be equal. */
    public byte[] digest(UUID dossier) {
        return Digests.sha256().digest((dossier + " " + signs).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a receipt of the dossier bears it. Looks at all of each, so that the time it takes tells nothing. */
    boolean isOneOf(List<byte[]> digests, UUID dossier) {
        var own = digest(dossier);
        var found = false;
        for (var digest : digests) {
            found |= MessageDigest.isEqual(digest, own);
        }
        return found;
    }

    @Override
    public String toString() {
        return "RatingCode[…]";
    }
}
