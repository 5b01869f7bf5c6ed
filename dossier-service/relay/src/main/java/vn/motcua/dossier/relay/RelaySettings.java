package vn.motcua.dossier.relay;

import java.time.Duration;

/** Everything a relay needs to know; see {@link RelayConfig} for the meanings. */
record RelaySettings(
        RelayConnection.Settings database,
        String source,
        BrokerAddress broker,
        RelayTopics topics,
        int batchSize,
        int batchBytes,
        Duration poll,
        Duration pace) {

    RelaySettings {
        if (batchSize < ShardLocks.SHARDS || batchSize > 10_000) {
            throw new IllegalArgumentException("motcua.relay.batch-size is " + batchSize + "; 4 to 10000 are allowed");
        }
        if (batchBytes < 1 || poll.isNegative() || poll.isZero() || pace.isNegative()) {
            throw new IllegalArgumentException("motcua.relay.batch-bytes, poll and pace must be positive");
        }
    }
}
