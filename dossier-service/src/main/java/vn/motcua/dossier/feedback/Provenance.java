package vn.motcua.dossier.feedback;

import vn.motcua.dossier.edge.RequestKey;

/**
 * Where a write comes from: kept beside the event, outside its hash.
 *
 * @param key of the request; null where no request repeats it
 * @param account who acted, and their name where the token has one; private
 * @param note remark; private, null without one
 * @param correlationId ties together what one request set off; null if unknown
 * @param traceparent W3C trace context; null if not traced
 */
record Provenance(RequestKey key, String account, String note, String correlationId, String traceparent) {

    static final Provenance OF_THE_CLOCK = new Provenance(null, null, null, null, null);

    Provenance noting(String remark) {
        return new Provenance(key, account, remark, correlationId, traceparent);
    }
}
