package vn.motcua.dossier.casework;

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
 */
public record Provenance(
        RequestKey key, String account, String note, String correlationId, String causationId, String traceparent) {

    /** The same with this remark. */
    public Provenance noting(String remark) {
        return new Provenance(key, account, remark, correlationId, causationId, traceparent);
    }
}
