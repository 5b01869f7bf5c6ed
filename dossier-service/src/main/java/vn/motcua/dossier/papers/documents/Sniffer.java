package vn.motcua.dossier.papers.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Says what a file is by looking into it, whatever anybody called it. Reads the beginning, and the table of contents of what is packed. Thread-safe. */
@ApplicationScoped
class Sniffer {

    private static final int LOOK_BYTES = 64 * 1024;
    private static final Set<String> PACKED = Set.of("application/zip", "application/x-tika-ooxml");

    /** The media type, without parameters; {@code application/octet-stream} for what nobody knows. */
    String mediaType(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), LOOK_BYTES)) {
            String found = MimeTypes.getDefaultMimeTypes()
                    .detect(in, new Metadata())
                    .getBaseType()
                    .toString();
            return PACKED.contains(found) ? OfficeFile.mediaType(file).orElse("application/zip") : found;
        }
    }
}
