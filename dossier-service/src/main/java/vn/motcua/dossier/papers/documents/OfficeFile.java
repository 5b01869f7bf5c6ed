package vn.motcua.dossier.papers.documents;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What is in a zip, if it is an office file: its list of contents says which. One with macros is none that we know. Never opens what claims more
 * contents than an office file has, nor takes what unpacks into more: a hostile one costs neither memory nor much time.
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

    private OfficeFile() {}

    /** The media type; empty where it is another zip or a broken one. */
    static Optional<String> mediaType(Path file) throws IOException {
        if (Zip.directoryBytes(file) > MOST_CONTENTS_BYTES) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry contents = zip.getEntry(CONTENTS);
            return contents == null || Zip.bursts(zip, Files.size(file)) ? Optional.empty() : named(zip, contents);
        } catch (ZipException | EOFException broken) {
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
}
