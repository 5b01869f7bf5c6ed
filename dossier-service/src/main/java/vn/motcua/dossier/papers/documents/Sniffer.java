package vn.motcua.dossier.papers.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Says what a file is by looking into it, whatever anybody called it. Reads the beginning, and the table of contents of what is packed. Thread-safe. */
@ApplicationScoped
class Sniffer {

    private static final int LOOK_BYTES = 64 * 1024;
    private static final byte[] PDF_BEGIN = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String ZIP = "application/zip";
    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> PACKED = Set.of("application/zip", "application/x-tika-ooxml");

    /** The media type, without parameters; {@code application/octet-stream} for what nobody knows. */
    String mediaType(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), LOOK_BYTES)) {
            String found = MimeTypes.getDefaultMimeTypes()
                    .detect(in, new Metadata())
                    .getBaseType()
                    .toString();
            if (PACKED.contains(found)) {
                return OfficeFile.mediaType(file).orElse(ZIP);
            }
            // Two things at once: a picture or a paper to one program, an archive to another.
            return Zip.endsAsOne(file) ? ZIP : beginsAsOne(found, file) ? found : UNKNOWN;
        }
    }

    /** A PDF may stand behind something else, which then runs; one that is taken begins with itself. */
    private static boolean beginsAsOne(String found, Path file) throws IOException {
        if (!"application/pdf".equals(found)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PDF_BEGIN.length), PDF_BEGIN);
        }
    }
}
