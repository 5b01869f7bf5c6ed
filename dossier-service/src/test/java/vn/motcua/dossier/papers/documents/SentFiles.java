package vn.motcua.dossier.papers.documents;

import io.quarkus.arc.Arc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;

/** Files as people send them, and the sending. */
public final class SentFiles {

    public static final Path STORE = Path.of("target/papers");

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SentFiles() {}

    /** A small PDF; another text makes another file. */
    public static byte[] pdf(String text) {
        return ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% " + text + "\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", types(WORD), "word/document.xml", "<document/>");
    }

    /** As some programs write it: the list of contents comes last. */
    static byte[] xlsxWithItsContentsLast() {
        return zip(
                "xl/workbook.xml",
                "<workbook/>",
                "[Content_Types].xml",
                types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
    }

    static byte[] docxWithMacros() {
        return zip(
                "[Content_Types].xml",
                types(WORD) + "<Override PartName=\"/word/vbaProject.bin\"/>",
                "word/vbaProject.bin",
                "macro");
    }

    /** A hundred kilobytes that become a hundred million bytes. */
    static byte[] docxThatBursts() {
        return zip("[Content_Types].xml", types(WORD), "word/document.xml", "0".repeat(100_000_000));
    }

    static byte[] joined(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    static byte[] zip(String... namesAndTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String types(String main) {
        return "<?xml version=\"1.0\"?><Types><Override PartName=\"/main.xml\" ContentType=\"" + main + "\"/></Types>";
    }

    public static Answer upload(Api who, byte[] file) {
        return upload(who, "application/octet-stream", BodyPublishers.ofByteArray(file));
    }

    static Answer upload(Api who, String type, BodyPublisher body) {
        return Api.send(request(who, type, body));
    }

    static HttpRequest.Builder request(Api who, String type, BodyPublisher body) {
        return who.request("/v1/uploads")
                .timeout(Duration.ofMinutes(3))
                .header("Content-Type", type)
                .POST(body);
    }

    public static HttpResponse<byte[]> open(Api who, String href) {
        try {
            return CLIENT.send(who.request(href).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What lies in the spool or in the store. */
    public static List<Path> lying(String part) {
        var folder = STORE.resolve(part);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException changed) {
            return lying(part);
        }
    }

    /** The sweep of files, now. */
    public static void sweep() {
        Arc.container().instance(UploadSweep.class).get().sweep().await().atMost(Duration.ofSeconds(30));
    }

    public static boolean isStored(String sha256) {
        return Files.exists(lies(sha256));
    }

    /** Where the store keeps it. */
    public static Path lies(String sha256) {
        var name = sha256.replace("sha256:", "");
        return STORE.resolve("objects")
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    public static String sha256(byte[] bytes) {
        return "sha256:" + HexFormat.of().formatHex(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A PDF of any length that nobody has to hold: the same block again and again; says when a place is reached. */
    static final class Endless extends InputStream {

        private static final int BLOCK = 1 << 16;

        private final byte[] block = new byte[BLOCK];
        private final long length;
        private final long place;
        private final Runnable reached;
        private final MessageDigest digest = digest();
        private long sent;

        Endless(long length, long place, Runnable reached) {
            this.length = length;
            this.place = place;
            this.reached = reached;
            System.arraycopy(pdf("long"), 0, block, 0, pdf("long").length);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int most) {
            if (sent == length) {
                return -1;
            }
            int from = (int) (sent % BLOCK);
            int many = (int) Math.min(Math.min(most, BLOCK - from), length - sent);
            System.arraycopy(block, from, into, at, many);
            digest.update(into, at, many);
            if (sent < place && sent + many >= place) {
                reached.run();
            }
            sent += many;
            return many;
        }

        String sha256() {
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        }
    }
}
