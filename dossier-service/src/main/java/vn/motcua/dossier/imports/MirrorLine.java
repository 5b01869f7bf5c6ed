package vn.motcua.dossier.imports;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.motcua.dossier.lifecycle.Channel;
import vn.motcua.dossier.lifecycle.DossierStatus;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/**
 * One fact about a dossier that a ministry's system masters, with the dossier as it stands there after it. Nothing about the applicant. Instants
 * with their offset from UTC.
 *
 * @param source name of that system, 1 to 64 characters
 * @param sourceId its own id of the dossier, 1 to 200 characters
 * @param factId its own id of the fact, 1 to 200 characters
 * @param fact what happened, by the word of the fact it would be here: {@code accepted}
 * @param at when
 * @param code the dossier's code, which it keeps
 * @param procedure national id, also one that the catalogue does not have
 * @param pausedSince since when it waits for the applicant or stands still; as the first fact that says it waits if absent
 * @param endedAt when it stopped running; as {@code completedAt} if absent
 */
@Schema(name = "MirroredFact")
record MirrorLine(
        String source,
        String sourceId,
        String factId,
        String fact,
        OffsetDateTime at,
        String code,
        String procedure,
        String agency,
        Channel channel,
        ReturnMethod returnMethod,
        DossierStatus status,
        OffsetDateTime submittedAt,
        OffsetDateTime acceptedAt,
        OffsetDateTime dueAt,
        OffsetDateTime pausedSince,
        OffsetDateTime completedAt,
        OffsetDateTime endedAt,
        OffsetDateTime returnedAt,
        Outcome outcome) {

    @Override
    public String toString() {
        return "MirrorLine[…]";
    }
}
