package vn.motcua.postal.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The carrier's signature: RSA with SHA-256 over {@code "MYVNP" + sendDate + itemCode + status}. The time of a status is not covered; an
 * allow-list of the carrier's addresses in front of the service belongs to it.
 */
@ApplicationScoped
class CarrierSignature {

    private static final String PREFIX = "MYVNP";

    private final PublicKey key;

    CarrierSignature(CarrierConfig config) {
        this.key = parsed(config.publicKey());
    }

    /** Whether the carrier says that this item has this status. */
    boolean covers(String signature, String sendDate, String itemCode, int status) {
        try {
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update((PREFIX + sendDate + itemCode + status).getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private static PublicKey parsed(String base64) {
        try {
            var der = Base64.getDecoder().decode(base64.strip());
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalStateException(
                    "motcua.carrier.public-key is not the base64 of an RSA public key in DER form", broken);
        }
    }
}
