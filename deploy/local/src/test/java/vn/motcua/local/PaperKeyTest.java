package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key by which the local platform signs papers. */
class PaperKeyTest {

    private static final String PASSWORD = "drawn-by-lot-0123456789";

    @TempDir
    Path home;

    @Test
    void itIsMadeOnceAndVouchesForItselfFrom2018On() throws Exception {
        PaperKey key = PaperKey.keptIn(home.resolve("paper-key"), PASSWORD);
        byte[] made = Files.readAllBytes(key.store());

        assertThat(PaperKey.keptIn(home.resolve("paper-key"), PASSWORD)).isEqualTo(key);
        assertThat(Files.readAllBytes(key.store())).isEqualTo(made);

        KeyStore store = KeyStore.getInstance(key.store().toFile(), PASSWORD.toCharArray());
        X509Certificate inside = (X509Certificate) store.getCertificate("papers");
        X509Certificate outside;
        try (var in = Files.newInputStream(key.certificate())) {
            outside = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        assertThat(outside).isEqualTo(inside);
        inside.verify(inside.getPublicKey());
        inside.checkValidity(Date.from(Instant.parse("2022-06-08T02:00:00Z")));
        inside.checkValidity(Date.from(Instant.parse("2026-11-26T02:00:00Z")));
        assertThat(inside.getKeyUsage()[0]).isTrue();
    }

    @Test
    void nobodyElseGetsAtIt() throws Exception {
        PaperKey key = PaperKey.keptIn(home.resolve("paper-key"), PASSWORD);

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(key.store().getParent())))
                .isEqualTo("rwx------");
        assertThatThrownBy(() -> KeyStore.getInstance(key.store().toFile(), "another".toCharArray()))
                .isInstanceOf(java.io.IOException.class);
        assertThat(key.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void whatASuddenEndLeftBehindIsMadeAnew() throws Exception {
        Path folder = Files.createDirectories(home.resolve("paper-key"));
        Files.writeString(folder.resolve("papers.p12"), "half");

        PaperKey key = PaperKey.keptIn(folder, PASSWORD);

        assertThat(KeyStore.getInstance(key.store().toFile(), PASSWORD.toCharArray())
                        .containsAlias("papers"))
                .isTrue();
    }
}
