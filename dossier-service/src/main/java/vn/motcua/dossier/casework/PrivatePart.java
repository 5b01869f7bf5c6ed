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
 * @param applicant the owner; null where an older system did not say, and after a person was erased
 * @param authorisedPerson null where the owner acts alone
 * @param salt 16 random bytes; not copied
 */
public record PrivatePart(Applicant applicant, AuthorisedPerson authorisedPerson, List<Paper> components, byte[] salt) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    // What is not there is left out, so a dossier without an authorised person has the digest that it always had.
    private record Content(Applicant applicant, AuthorisedPerson authorisedPerson, List<Paper> components) {}

    public PrivatePart {
        components = List.copyOf(components);
    }

    /** With a new salt. */
    public static PrivatePart salted(Applicant applicant, AuthorisedPerson authorisedPerson, List<Paper> components) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PrivatePart(applicant, authorisedPerson, components, salt);
    }

    /** The same people with other papers. */
    PrivatePart with(List<Paper> papers) {
        return salted(applicant, authorisedPerson, papers);
    }

    /** The same papers of other people. */
    PrivatePart of(Applicant owner, AuthorisedPerson authorised) {
        return salted(owner, authorised, components);
    }

    /** {@code sha256:} over the salt and the canonical JSON of the people and the papers: who swaps one of them is found out. */
    public String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(sha.digest(
                                    EventFormat.canonical(new Content(applicant, authorisedPerson, components))));
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException(bug);
        }
    }

    @Override
    public String toString() {
        return "PrivatePart[…]";
    }
}
