package vn.motcua.dossier.casework;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import vn.motcua.dossier.events.EventFormat;

/**
 * What of a dossier is nobody else's business, and the salt that keeps its digest from being guessed.
 *
 * @param applicant null where an older system did not say, and after a person was erased
 * @param salt 16 random bytes; not copied
 */
public record PrivatePart(Applicant applicant, List<Paper> components, byte[] salt) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private record Content(Applicant applicant, List<Paper> components) {}

    public PrivatePart {
        components = List.copyOf(components);
    }

    /** With a new salt. */
    public static PrivatePart salted(Applicant applicant, List<Paper> components) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PrivatePart(applicant, components, salt);
    }

    /** {@code sha256:} over the salt and the canonical JSON of applicant and papers: who swaps the owner is found out. */
    public String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return "sha256:"
                    + HexFormat.of().formatHex(sha.digest(EventFormat.canonical(new Content(applicant, components))));
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException(bug);
        }
    }

    @Override
    public String toString() {
        return "PrivatePart[…]";
    }
}
