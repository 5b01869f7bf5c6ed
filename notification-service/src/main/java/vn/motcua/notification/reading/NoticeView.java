package vn.motcua.notification.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import vn.motcua.notification.notices.NoticeState;

/**
 * A notice as a caller may see it. Instants are UTC.
 *
 * @param dossier id of the dossier
 * @param code of the dossier
 * @param agency that answers for the dossier
 * @param wording which text, and {@code wordingVersion} in which version
 * @param language VI or EN
 * @param channel SMS or EMAIL
 * @param reason a code: why it is suppressed, failed or in doubt, or why it is tried again
 * @param attempts calls of the provider
 * @param occurredAt when the fact became true that it tells
 * @param nextAttemptAt of PLANNED only
 * @param parts of an SMS
 * @param recipient masked; for the dossier's agency only, as are subject and text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeView(
        UUID id,
        UUID dossier,
        String code,
        String agency,
        String wording,
        int wordingVersion,
        String language,
        String channel,
        NoticeState state,
        String reason,
        int attempts,
        Instant occurredAt,
        Instant plannedAt,
        Instant nextAttemptAt,
        Instant sentAt,
        Integer parts,
        String recipient,
        String subject,
        String text) {

    static NoticeView of(NoticeRow row, boolean withContent) {
        var state = NoticeState.valueOf(row.state);
        return new NoticeView(
                row.id,
                row.dossierId,
                row.code,
                row.agency,
                row.wording,
                row.version,
                row.language,
                row.channel,
                state,
                row.reason,
                row.attempt,
                row.occurredAt,
                row.plannedAt,
                state == NoticeState.PLANNED ? row.dueAt : null,
                row.sentAt,
                row.parts,
                withContent ? row.masked : null,
                withContent ? row.subject : null,
                withContent ? row.body : null);
    }
}
