package vn.motcua.dossier.subscriber;

import java.time.Instant;

/** A record that is no event, as operators see it: where it is, how long it is, and why it cannot be read. */
record UndecodableRecord(
        long id,
        String stream,
        String topic,
        int partition,
        long offset,
        String reason,
        int valueLength,
        Instant recordedAt) {}
