package vn.motcua.dossier.cashdesk;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.motcua.dossier.payments.PaymentsConfig;

/**
 * The gateway's signature: {@code sha256=} and the hexadecimal HMAC-SHA-256 over the bytes of the body as they were sent. Everything that counts
 * stands in the body, and a body that is sent again has no effect, so no time is signed.
 */
@ApplicationScoped
class GatewaySignature {

    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;
    private static final int LENGTH = PREFIX.length() + 64;

    private final List<String> keys;

    GatewaySignature(PaymentsConfig config) {
        keys = config.gatewayKeys().orElse(List.of());
        if (keys.stream().anyMatch(key -> key.length() < SHORTEST_KEY)) {
            throw new IllegalStateException(
                    "motcua.payments.gateway-keys: each has at least " + SHORTEST_KEY + " characters");
        }
    }

    /** A key that cannot be used shows when the service starts, not when the first money comes. */
    void ready(@Observes StartupEvent start) {}

    /** Whether there is anything to check with. */
    boolean isConfigured() {
        return !keys.isEmpty();
    }

    /** Whether the gateway sent this body. */
    boolean covers(String signature, byte[] body) {
        if (signature == null || signature.length() != LENGTH || !signature.startsWith(PREFIX)) {
            return false;
        }
        try {
            var given = HexFormat.of().parseHex(signature.substring(PREFIX.length()));
            var covered = false;
            for (var key : keys) {
                covered |= MessageDigest.isEqual(given, mac(key, body));
            }
            return covered;
        } catch (IllegalArgumentException notHexadecimal) {
            return false;
        }
    }

    private static byte[] mac(String key, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
