package vn.motcua.dossier.papers.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that was sent and that no dossier has yet.
 *
 * @param id by which a dossier takes it, once
 * @param sha256 of its bytes: whoever sent them can compare
 * @param mediaType what the bytes were found to be
 * @param signature what is to be thought of its signatures; absent for what is no PDF
 * @param expiresAt until when it may be used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Upload")
public record UploadView(
        UUID id, String sha256, long bytes, String mediaType, SignatureView signature, Instant expiresAt) {}
