package vn.motcua.dossier.casework;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A dossier that was taken in where there was no network.
 *
 * @param number of the block, given to the citizen then
 * @param receivedAt when it was handed in: on the block's day, no earlier than those with lower numbers, no later than those with higher ones
 * @param dossier as if it were brought in now, at the counter or by post
 */
@Schema(name = "OfflineOpening")
public record OfflineRequest(
        @Schema(examples = "12") Integer number,
        @Schema(examples = "\"2022-06-08T09:40:00+07:00\"") OffsetDateTime receivedAt,
        OpeningRequest dossier) {}
