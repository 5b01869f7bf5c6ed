package vn.motcua.dossier.cashdesk;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.motcua.dossier.lifecycle.Gateway;
import vn.motcua.dossier.payments.PaymentsConfig;

/**
 * A gateway's signature: {@code sha256=} and the hexadecimal HMAC-SHA-256 over the bytes of the body as they were sent. Everything that counts
 * stands in the body, and a body that is sent again has no effect, so no time is signed. Each gateway has keys of its own, by which it is known.
 */
@ApplicationScoped
class GatewaySignature {

    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 32;
    private static final int LENGTH = PREFIX.length() + 64;

    private final Map<Gateway, List<String>> keys = new EnumMap<>(Gateway.class);

    GatewaySignature(PaymentsConfig config) {
        keys.put(Gateway.PROVINCIAL, usable("gateway-keys", config.gatewayKeys()));
        keys.put(Gateway.NATIONAL, usable("national-gateway-keys", config.nationalGatewayKeys()));
        if (keys.get(Gateway.NATIONAL).stream().anyMatch(keys.get(Gateway.PROVINCIAL)::contains)) {
            throw new IllegalStateException("motcua.payments: two gateways have one key; nobody could tell them apart");
        }
    }

    private static List<String> usable(String name, Optional<List<String>> given) {
        var keys = given.orElse(List.of());
        if (keys.stream().anyMatch(key -> key.length() < SHORTEST_KEY)) {
            throw new IllegalStateException(
                    "motcua.payments." + name + ": each has at least " + SHORTEST_KEY + " characters");
        }
        return keys;
    }

    /** A key that cannot be used shows when the service starts, not when the first money comes. */
    void ready(@Observes StartupEvent start) {}

    /** Whether there is anything to check with. */
    boolean isConfigured() {
        return keys.values().stream().anyMatch(known -> !known.isEmpty());
    }

    /** Which gateway sent this body; empty if none did. */
    Optional<Gateway> of(String signature, byte[] body) {
        if (signature == null || signature.length() != LENGTH || !signature.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var given = HexFormat.of().parseHex(signature.substring(PREFIX.length()));
            Gateway sender = null;
            for (var known : keys.entrySet()) {
                // All of them, whichever it is: how long it takes tells nothing.
                for (var key : known.getValue()) {
                    sender = MessageDigest.isEqual(given, mac(key, body)) ? known.getKey() : sender;
                }
            }
            return Optional.ofNullable(sender);
        } catch (IllegalArgumentException notHexadecimal) {
            return Optional.empty();
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
