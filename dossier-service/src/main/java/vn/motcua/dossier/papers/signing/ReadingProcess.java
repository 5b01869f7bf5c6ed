package vn.motcua.dossier.papers.signing;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Reads a PDF in a process of its own: with a heap of its own, an environment without secrets, and an end. What a crafted file does there, it does to
 * nobody else. Takes about a second and blocks: for worker threads only. Thread-safe; each call starts one.
 */
final class ReadingProcess implements SignatureReader {

    private static final Logger LOG = Logger.getLogger(ReadingProcess.class);
    private static final int LONGEST_ANSWER = 1024 * 1024;

    /** One class of every library that reading takes, and of ours. */
    private static final List<String> NEEDED = List.of(
            ReadingMain.class.getName(),
            "org.apache.pdfbox.Loader",
            "org.apache.pdfbox.io.RandomAccessRead",
            "org.apache.fontbox.FontBoxFont",
            "org.apache.commons.logging.LogFactory",
            "org.jboss.logging.Logger",
            // What is encrypted for nobody's password is read too.
            "org.bouncycastle.cms.CMSException",
            "org.bouncycastle.jce.provider.BouncyCastleProvider",
            "org.bouncycastle.asn1.ASN1Object");

    private final List<String> command;
    private final Duration time;

    /**
     * @param heapMegabytes of the process
     * @param time after which it is ended
     * @throws IllegalStateException if the libraries that it needs cannot be found
     */
    ReadingProcess(int heapMegabytes, Duration time) {
        this.time = time;
        this.command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Duser.home=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                String.join(File.pathSeparator, classPath()),
                ReadingMain.class.getName());
    }

    @Override
    public List<SignatureClaim> read(byte[] pdf) throws UnreadablePdf, PdfTooCostly {
        Process process = null;
        try {
            process = start();
            var lines = answer(process, pdf);
            return switch (process.waitFor()) {
                case 0 -> lines.stream().map(ReadingMain::claim).toList();
                case ReadingMain.UNREADABLE -> throw new UnreadablePdf(null);
                default -> throw new PdfTooCostly("exit " + process.exitValue());
            };
        } catch (IOException broken) {
            throw new PdfTooCostly(broken.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PdfTooCostly("stopped");
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Passwords stand in ours.
        builder.environment().clear();
        try {
            return builder.start();
        } catch (IOException none) {
            LOG.errorf(none, "no process can be started to read signatures in");
            throw none;
        }
    }

    private List<String> answer(Process process, byte[] pdf) throws IOException {
        var end = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
        try {
            try (var in = process.getOutputStream()) {
                in.write(pdf);
            }
            var said = process.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(said, StandardCharsets.US_ASCII).lines().toList();
        } finally {
            end.cancel(false);
        }
    }

    private static List<String> classPath() {
        var places = new LinkedHashSet<String>();
        for (var name : NEEDED) {
            try {
                places.add(place(Class.forName(name)
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()));
            } catch (ReflectiveOperationException | URISyntaxException | NullPointerException lost) {
                throw new IllegalStateException("signatures cannot be read: where is " + name + "?", lost);
            }
        }
        return new ArrayList<>(places);
    }

    private static String place(URL location) throws URISyntaxException {
        var text = location.toString();
        var plain = text.startsWith("jar:") ? text.substring("jar:".length(), text.lastIndexOf("!/")) : text;
        return Path.of(java.net.URI.create(plain)).toString();
    }
}
