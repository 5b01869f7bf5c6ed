package vn.motcua.dossier.papers.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;

/** What is signed with: SHA-256 and the kind of key that there is. */
final class Algorithms {

    /** Object identifiers as the signing service's API names them. */
    static final String SHA256_OID = "2.16.840.1.101.3.4.2.1";

    private static final String RSA_OID = "1.2.840.113549.1.1.11";
    private static final String ECDSA_OID = "1.2.840.10045.4.3.2";

    private Algorithms() {}

    /** @throws IllegalArgumentException for a kind of key that papers are not signed with */
    static String ofKey(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> throw new IllegalArgumentException("papers are not signed with " + key.getAlgorithm());
        };
    }

    static String oidOfKey(PublicKey key) {
        return ofKey(key).endsWith("RSA") ? RSA_OID : ECDSA_OID;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
