package vn.motcua.dossier.subscriber;

import java.time.Instant;
import java.util.UUID;

/**
 * Events that an operator gave up, so that those behind them could be applied.
 *
 * @param id names it in this service
 * @param skippedBy the operator's subject
 */
record SkippedGap(
        long id,
        String stream,
        String source,
        UUID subject,
        long first,
        long last,
        String reason,
        String skippedBy,
        Instant skippedAt) {

    /** What an operator orders: this range of this subject, and no other. */
    record Order(String stream, Subject subject, long first, long last, String by, String reason) {}
}
