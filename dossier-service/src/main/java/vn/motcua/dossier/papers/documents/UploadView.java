package vn.motcua.dossier.papers.documents;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that was sent and that no dossier has yet.
 *
 * @param id by which a dossier takes it, once
 * @param sha256 of its bytes: whoever sent them can compare
 * @param mediaType what the bytes were found to be
 * @param expiresAt until when it may be used
 */
@Schema(name = "Upload")
public record UploadView(UUID id, String sha256, long bytes, String mediaType, Instant expiresAt) {}
