package vn.motcua.dossier.papers.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not said of signing stops the start and says what to set; nothing goes out unsigned unless somebody asked for that. */
class SealTest {

    private static final String PASSWORD = "chi-de-kiem-thu";

    @TempDir
    Path folder;

    /** As this build ships it, and as it is where a province's own settings leave everything out. */
    @Test
    void withoutASettingAKeyStoreIsAskedForByName() throws Exception {
        var shipped = new Properties();
        try (var in = Seal.class.getResourceAsStream("/application.properties")) {
            shipped.load(in);
        }
        assertThat(shipped.getProperty("motcua.signing.kind")).isEqualTo("KEY_STORE");

        assertThatThrownBy(() -> seal(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "motcua.signing.key-store.file is missing",
                        "motcua.signing.key-store.password",
                        "motcua.signing.kind=REMOTE",
                        "motcua.signing.kind=NONE");
    }

    @ParameterizedTest
    @CsvSource({
        "motcua.signing.key-store.file, '', motcua.signing.key-store.file is missing",
        "motcua.signing.key-store.file, no/such.p12, motcua.signing.key-store.file=no/such.p12",
        "motcua.signing.key-store.password, '', motcua.signing.key-store.password is missing",
        "motcua.signing.key-store.password, wrong, with motcua.signing.key-store.password",
        "motcua.signing.kind, REMOTE, motcua.signing.remote.url is missing",
        "motcua.signing.kind, PERHAPS, motcua.signing.kind",
    })
    void whatIsWrongIsNamed(String setting, String value, String said) throws Exception {
        var settings = withKeyStore();
        settings.put(setting, value);

        assertThatThrownBy(() -> seal(settings)).hasMessageContaining(said);
    }

    @Test
    void aKeyStoreThatFitsIsInUseAndNoneIsNot() throws Exception {
        assertThat(seal(withKeyStore()).isInUse()).isTrue();
        assertThat(seal(Map.of("motcua.signing.kind", "NONE")).isInUse()).isFalse();
    }

    private Map<String, String> withKeyStore() throws Exception {
        var issuer = Certificates.issuer("CN=CA kiểm thử, C=VN");
        var signer = Certificates.signer("CN=Sở Tư pháp, C=VN", issuer, "RSA");
        var file = folder.resolve("signer.p12");
        if (!Files.exists(file)) {
            Certificates.keyStore(folder, signer, issuer, PASSWORD);
        }
        return new HashMap<>(Map.of(
                "motcua.signing.key-store.file", file.toString(), "motcua.signing.key-store.password", PASSWORD));
    }

    private static Seal seal(Map<String, String> set) throws IOException {
        var settings = new SmallRyeConfigBuilder()
                .withMapping(SigningSettings.class)
                .withSources(new PropertiesConfigSource(set, "test", 100))
                .build()
                .getConfigMapping(SigningSettings.class);
        return new Seal(settings, Clock.systemUTC(), new SimpleMeterRegistry());
    }
}
