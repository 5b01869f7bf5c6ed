package vn.motcua.dossier.casework;

import java.util.UUID;
import vn.motcua.dossier.edge.RequestKey;

/**
 * Where a write comes from: kept beside the event, outside its hash.
 *
 * @param key of the request; null where no request repeats it
 * @param account who acted, and their name where the token has one; private
 * @param note remark; private, null without one
 * @param correlationId ties together what one request set off; null if unknown
 * @param causationId id of the event that caused it; null for a person's request
 * @param traceparent W3C trace context; null if not traced
 * @param delegation under which they acted as a leader; null in their own right; private
 */
public record Provenance(
        RequestKey key,
        String account,
        String note,
        String correlationId,
        String causationId,
        String traceparent,
        UUID delegation) {

    public Provenance(
            RequestKey key, String account, String note, String correlationId, String causationId, String traceparent) {
        this(key, account, note, correlationId, causationId, traceparent, null);
    }

    /** The same under this delegation. */
    Provenance under(UUID held) {
        return new Provenance(key, account, note, correlationId, causationId, traceparent, held);
    }

    /** The same with this remark. */
    public Provenance noting(String remark) {
        return new Provenance(key, account, remark, correlationId, causationId, traceparent, delegation);
    }
}
