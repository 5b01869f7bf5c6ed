package vn.motcua.dossier.papers.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.lifecycle.Document;

/**
 * A file of a dossier.
 *
 * @param component code of the procedure's component; absent beside the list, and for a result
 * @param mediaType what the bytes were found to be
 * @param salt with {@code sha256} behind it, what the {@code digest} of the published fact is the SHA-256 of
 * @param signature what is to be thought of its signatures; absent for what is no PDF
 * @param href where it is opened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Document")
public record DocumentView(
        UUID id,
        String component,
        Document.Kind kind,
        boolean result,
        String mediaType,
        long bytes,
        String sha256,
        String salt,
        Integer pages,
        SignatureView signature,
        Instant addedAt,
        String href) {}
