package vn.motcua.dossier.casework;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.lifecycle.Document;

/**
 * A file for a dossier: one that the caller sent before, or one of an earlier dossier of the same applicant.
 *
 * @param upload id of an upload of the caller's that was not used yet
 * @param document id of a document of an earlier dossier of the same account; at the counter reception may also name one of the same identity number that
 *     it can open; instead of {@code upload}
 * @param component code of the procedure's component that it belongs to; absent beside the list, and for a result
 * @param kind absent: {@code SCANNED}; with {@code document} it is {@code REUSED}; {@code SIGNED} and {@code CERTIFIED_COPY} only where a signature was
 *     found in the file and looked into
 * @param pages absent where nobody counted
 * @param result whether it is the result; the agency's only
 */
@Schema(name = "Filing")
public record FilingRequest(
        UUID upload,
        UUID document,
        String component,
        Document.Kind kind,
        @Schema(minimum = "1", maximum = "10000") Integer pages,
        Boolean result) {}
