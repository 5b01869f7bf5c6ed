package vn.motcua.dossier.papers.signing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Gives the application under test a key of its own, and the issuer that vouches for it; made anew each time. */
public final class TestSigner implements QuarkusTestResourceLifecycleManager {

    /** The name in the certificate. */
    public static final String NAME = "Sở Tư pháp tỉnh Bắc Kạn";

    private static final String PASSWORD = "chi-de-kiem-thu";

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("motcua-signer");
            folder.toFile().deleteOnExit();
            var issuer = Certificates.issuer("CN=CA kiểm thử, C=VN");
            var signer = Certificates.signer("CN=" + NAME + ", C=VN", issuer, "RSA");
            return Map.of(
                    "motcua.signing.kind",
                    "KEY_STORE",
                    "motcua.signing.key-store.file",
                    Certificates.keyStore(folder, signer, issuer, PASSWORD).toString(),
                    "motcua.signing.key-store.password",
                    PASSWORD,
                    "motcua.signing.trusted",
                    pem(folder, issuer).toString());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Path pem(Path folder, Certificates.Holder issuer) throws Exception {
        var encoded =
                Base64.getMimeEncoder().encodeToString(issuer.certificate().getEncoded());
        return Files.writeString(
                folder.resolve("issuer.pem"),
                "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    }

    @Override
    public void stop() {
        // The folder goes with the machine's temporary files.
    }
}
