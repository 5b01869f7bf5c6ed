package vn.motcua.dossier.feedback;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import vn.motcua.dossier.events.EventFormat;

/**
 * The private part of feedback: who wrote what, and what they were answered.
 *
 * @param author as they call themselves; null where nobody said
 * @param question what the agency asked of them; null until it did
 * @param supplement what they sent then; null until they did
 * @param answer null until there is one
 */
record Words(String author, String text, String question, String supplement, String answer, byte[] salt) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private record Content(String author, String text) {}

    static Words salted(String author, String text) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Words(author, text, null, null, null, salt);
    }

    Words asking(String what) {
        return new Words(author, text, what, supplement, answer, salt);
    }

    Words supplied(String what) {
        return new Words(author, text, question, what, answer, salt);
    }

    Words answered(String what) {
        return new Words(author, text, question, supplement, what, salt);
    }

    /** An empty salt says that they were taken away, as with an applicant's. */
    boolean areErased() {
        return salt.length == 0;
    }

    /** {@code sha256:} over the salt and the canonical JSON of author and text: who swaps them is found out. */
    String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return "sha256:" + HexFormat.of().formatHex(sha.digest(EventFormat.canonical(new Content(author, text))));
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException(bug);
        }
    }

    @Override
    public String toString() {
        return "Words[…]";
    }
}
