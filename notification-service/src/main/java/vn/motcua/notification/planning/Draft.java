package vn.motcua.notification.planning;

import java.time.Instant;
import java.util.UUID;
import vn.motcua.notification.notices.Channel;
import vn.motcua.notification.notices.Letter;
import vn.motcua.notification.notices.NoticeState;
import vn.motcua.notification.notices.Reasons;

/**
 * A notice about to be written down.
 *
 * @param address where it goes; null when there is none
 * @param masked the same as officers may see it; null when there is none
 * @param parts of an SMS; null for email
 * @param state PLANNED or SUPPRESSED
 * @param reason why it is suppressed; else null
 * @param occurredAt when the fact became true
 * @param recordedAt when it was committed; null if unknown
 */
record Draft(
        UUID id,
        UUID event,
        UUID dossier,
        String code,
        String agency,
        Letter letter,
        Channel channel,
        String address,
        String masked,
        Integer parts,
        NoticeState state,
        String reason,
        Instant occurredAt,
        Instant recordedAt) {

    /** The same once what it tells was taken back; unchanged where it could not have been sent anyway. */
    Draft superseded() {
        if (state == NoticeState.SUPPRESSED && !Reasons.STALE.equals(reason)) {
            return this;
        }
        return new Draft(
                id,
                event,
                dossier,
                code,
                agency,
                letter,
                channel,
                address,
                masked,
                parts,
                NoticeState.SUPPRESSED,
                Reasons.SUPERSEDED,
                occurredAt,
                recordedAt);
    }

    /** Never the person: this may end up in a log. */
    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
