package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.motcua.local.machine.Directories;

/**
 * A key with a certificate that vouches for itself, by which the local platform signs papers: worth nothing outside. Made at the first start with the
 * JDK's own keytool, kept below the platform's home.
 *
 * @param store PKCS#12
 * @param certificate PEM: whose signatures the platform believes
 */
record PaperKey(Path store, String password, Path certificate) {

    private static final String ALIAS = "papers";
    private static final String PASSWORD = "PAPER_KEY_PASSWORD";
    private static final long PATIENCE_SECONDS = 60;

    static PaperKey keptIn(Path folder, String password) {
        var key = new PaperKey(folder.resolve("papers.p12"), password, folder.resolve("papers.pem"));
        if (!Files.exists(key.certificate)) {
            key.make(Directories.owned(folder));
        }
        return key;
    }

    /** The certificate last, and by renaming: where it is, the rest is whole. */
    private void make(Path folder) {
        try {
            Files.deleteIfExists(store);
            // Valid on the days of the demonstration too, which lie in the past.
            keytool(
                    "-genkeypair",
                    "-keyalg",
                    "RSA",
                    "-keysize",
                    "2048",
                    "-sigalg",
                    "SHA256withRSA",
                    "-dname",
                    "CN=Chu ky so thu nghiem, O=Mot Cua, C=VN",
                    "-ext",
                    "KeyUsage=digitalSignature,nonRepudiation",
                    "-startdate",
                    "2018/06/21 00:00:00",
                    "-validity",
                    "7300");
            Path coming = folder.resolve("papers.pem.coming");
            keytool("-exportcert", "-rfc", "-file", coming.toString());
            Files.move(coming, certificate, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("the key for papers cannot be made in " + folder, failed);
        }
    }

    private void keytool(String... what) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(what));
        // The password goes through the environment: command lines are there for every user to read.
        command.addAll(List.of(
                "-alias", ALIAS, "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass:env", PASSWORD));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD, password);
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("keytool " + what[0] + ": " + said.strip());
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("stopped while keytool ran", stopped);
        }
    }

    @Override
    public String toString() {
        return "PaperKey[" + store + "]";
    }
}
