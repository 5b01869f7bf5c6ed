package vn.motcua.dossier.papers.documents;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What is in a zip, if it is an office file: its list of contents says which. One with macros is none that we know. Never opens what claims more
 * contents than an office file has, so that a hostile one costs neither memory nor time.
 */
final class OfficeFile {

    private static final Map<String, String> MAIN_PARTS = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final String CONTENTS = "[Content_Types].xml";
    private static final String MACROS = "vbaProject";
    private static final int MOST_CONTENTS_BYTES = 1024 * 1024;
    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LONGEST_COMMENT = 65_535;

    private OfficeFile() {}

    /** The media type; empty where it is another zip or a broken one. */
    static Optional<String> mediaType(Path file) throws IOException {
        if (directoryBytes(file) > MOST_CONTENTS_BYTES) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry contents = zip.getEntry(CONTENTS);
            return contents == null ? Optional.empty() : named(zip, contents);
        } catch (ZipException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> named(ZipFile zip, ZipEntry contents) throws IOException {
        String text;
        try (var in = zip.getInputStream(contents)) {
            text = new String(in.readNBytes(MOST_CONTENTS_BYTES), StandardCharsets.UTF_8);
        }
        return text.contains(MACROS)
                ? Optional.empty()
                : MAIN_PARTS.entrySet().stream()
                        .filter(part -> text.contains("\"" + part.getKey() + "\""))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** How large the directory at the end of the zip says that it is; more than anything where there is none. */
    private static long directoryBytes(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), END_BYTES + LONGEST_COMMENT);
            byte[] end = new byte[length];
            in.seek(in.length() - length);
            in.readFully(end);
            for (int at = length - END_BYTES; at >= 0; at--) {
                if (number(end, at) == END_SIGNATURE) {
                    return Integer.toUnsignedLong(number(end, at + 12));
                }
            }
            return Long.MAX_VALUE;
        }
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }
}
