package vn.motcua.dossier.cashdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.lifecycle.Gateway;
import vn.motcua.dossier.payments.PaymentsConfig;

class GatewaySignatureTest {

    private static final String OURS = "key-of-the-province-0123456789abcdef";
    private static final String OURS_BEFORE = "key-of-the-province-before-0123456789";
    private static final String NATIONAL = "key-of-the-national-portal-0123456789";
    private static final String BODY = "{}";

    @Test
    void whoeverSignedIsKnownByTheKey() {
        var signature = new GatewaySignature(keys(List.of(OURS, OURS_BEFORE), List.of(NATIONAL)));

        assertThat(sender(signature, OURS)).contains(Gateway.PROVINCIAL);
        assertThat(sender(signature, OURS_BEFORE)).contains(Gateway.PROVINCIAL);
        assertThat(sender(signature, NATIONAL)).contains(Gateway.NATIONAL);
        assertThat(sender(signature, NATIONAL + "0")).isEmpty();
        assertThat(new GatewaySignature(keys(List.of(), List.of(NATIONAL))).isConfigured())
                .isTrue();
        assertThat(new GatewaySignature(keys(null, null)).isConfigured()).isFalse();
    }

    @Test
    void keysThatCannotBeUsedAreNoticedAtTheStart() {
        assertThatThrownBy(() -> new GatewaySignature(keys(List.of("short"), null)))
                .hasMessageContaining("motcua.payments.gateway-keys");
        assertThatThrownBy(() -> new GatewaySignature(keys(null, List.of("short"))))
                .hasMessageContaining("motcua.payments.national-gateway-keys");
        assertThatThrownBy(() -> new GatewaySignature(keys(List.of(OURS_BEFORE, OURS), List.of(OURS))))
                .hasMessageContaining("tell them apart");
    }

    private static Optional<Gateway> sender(GatewaySignature signature, String key) {
        return signature.of(PayingGateway.signature(key, BODY), BODY.getBytes(StandardCharsets.UTF_8));
    }

    private static PaymentsConfig keys(List<String> ours, List<String> national) {
        return new PaymentsConfig() {
            @Override
            public Optional<List<String>> gatewayKeys() {
                return Optional.ofNullable(ours);
            }

            @Override
            public Optional<List<String>> nationalGatewayKeys() {
                return Optional.ofNullable(national);
            }

            @Override
            public Duration valid() {
                return Duration.ofHours(24);
            }

            @Override
            public Duration toldWithin() {
                return Duration.ofHours(24);
            }

            @Override
            public Duration unusedAfter() {
                return Duration.ofDays(30);
            }

            @Override
            public int mostOpen() {
                return 20;
            }
        };
    }
}
