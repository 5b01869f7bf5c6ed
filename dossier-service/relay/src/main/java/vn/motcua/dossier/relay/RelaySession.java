package vn.motcua.dossier.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import vn.motcua.dossier.relay.RelayState.Is;

/** Relays over one database connection for as long as it lasts. For the relay's thread only. */
final class RelaySession {

    private static final Duration BALANCING = Duration.ofSeconds(1);
    private static final Duration MEASURING = Duration.ofSeconds(2);

    private static final int LONGEST_POLLS = 4;
    private static final int CALM_TURNS = 20;

    /** Idle reading takes at most one part in so many of the time. */
    private static final int SLOW_READ_SHARE = 10;

    private final RelaySettings settings;
    private final Connection connection;
    private final KafkaLink link;
    private final RelayState state;
    private final RelayMetrics metrics;
    private final Wakeup wakeup;
    private final PointerStore store;
    private final ShardLocks locks;
    private final Every balancing = new Every(BALANCING);
    private final Every measuring = new Every(MEASURING);
    private int idleTurns;

    RelaySession(
            RelaySettings settings,
            Connection connection,
            KafkaLink link,
            RelayState state,
            RelayMetrics metrics,
            Wakeup wakeup) {
        this.settings = settings;
        this.connection = connection;
        this.link = link;
        this.state = state;
        this.metrics = metrics;
        this.wakeup = wakeup;
        this.store = new PointerStore(connection, settings.source());
        this.locks = new ShardLocks(connection);
    }

    void serve() throws SQLException, InterruptedException {
        while (!wakeup.isStopping()) {
            if (measuring.isDue()) {
                metrics.measured(QueueGauge.measure(connection));
            }
            try {
                if (link.isOpen()) {
                    turn();
                } else {
                    wakeup.pause(Math.min(link.waitNanos(), MEASURING.toNanos()));
                }
            } catch (KafkaAway away) {
                state.become(Is.KAFKA_AWAY, away);
                // Whoever can publish should; the shards are taken back when this instance can again.
                locks.releaseAll();
                metrics.holds(locks.held());
                balancing.now();
            }
        }
    }

    private void turn() throws SQLException, InterruptedException, KafkaAway {
        var startNanos = System.nanoTime();
        if (balancing.isDue()) {
            locks.balance();
            metrics.holds(locks.held());
        }
        if (locks.held().isEmpty()) {
            state.become(Is.STANDBY);
            wakeup.pause(BALANCING.toNanos());
            return;
        }
        var most = link.isProven() ? settings.batchSize() : ShardLocks.SHARDS;
        var batch = store.read(locks.held(), most, settings.batchBytes());
        var readNanos = System.nanoTime() - startNanos;
        if (batch.isEmpty()) {
            state.become(Is.RELAYING);
            link.lookWhileIdle();
            wakeup.awaitWork(idleWait(readNanos));
            idleTurns++;
        } else {
            idleTurns = 0;
            relay(batch);
        }
        wakeup.pause(settings.pace().toNanos() - (System.nanoTime() - startNanos));
    }

    /**
     * Longer when nothing has come for a while and nobody else could have been woken, and where a read of nothing is
     * slow: an old snapshot (a dump, say) keeps the rows that were deleted since in the way of the index scan.
     */
    private Duration idleWait(long readNanos) {
        var calm = locks.alone() ? Math.min(LONGEST_POLLS, 1 + idleTurns / CALM_TURNS) : 1;
        var poll = settings.poll().multipliedBy(calm);
        var slow = Duration.ofNanos(readNanos * SLOW_READ_SHARE);
        return poll.compareTo(slow) > 0 ? poll : slow;
    }

    private void relay(List<Entry> batch) throws SQLException, InterruptedException, KafkaAway {
        var result = new BatchRelay(store, link.publisher(), wakeup, !link.isProven())
                .relay(batch, connection, settings.topics());
        metrics.published(result.published());
        if (result.failure() != null) {
            metrics.sendFailed();
            link.lost();
            throw new KafkaAway(result.failure());
        }
        if (link.isProven()) {
            state.become(Is.RELAYING);
        }
        link.worked();
    }
}
