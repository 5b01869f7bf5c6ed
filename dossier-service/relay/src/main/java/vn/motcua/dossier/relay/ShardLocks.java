package vn.motcua.dossier.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which shards this instance publishes: session advisory locks, so that those of an instance that dies are free at once.
 * Order does not hang on them (see {@link Waves}); they keep instances from sending the same things. For the relay's
 * thread only.
 */
final class ShardLocks {

    /** As many as the SQL function {@code relay_shard} tells apart. */
    static final int SHARDS = 4;

    /** First halves of the lock keys, "MCsh" and "MCin": a lock per shard, and one per instance that can publish. */
    private static final int SHARD_CLASS = 0x4D437368;

    private static final int INSTANCE_CLASS = 0x4D43696E;

    private static final String COUNT_INSTANCES =
            "select count(*) from pg_locks where locktype = 'advisory' and objsubid = 2 and granted and classid = "
                    + INSTANCE_CLASS
                    + " and database = (select oid from pg_database where datname = current_database())";

    private final Connection connection;
    private final Set<Integer> held = new TreeSet<>();
    private boolean present;
    private long instances = 1;

    ShardLocks(Connection connection) {
        this.connection = connection;
    }

    Set<Integer> held() {
        return Collections.unmodifiableSet(held);
    }

    /** Whether another instance could have been woken instead of this one. */
    boolean alone() {
        return instances <= 1;
    }

    /** Takes free shards up to a fair share and gives back what is above it. To be called between batches only. */
    void balance() throws SQLException {
        if (!present) {
            present = ask("select pg_try_advisory_lock(" + INSTANCE_CLASS + ", pg_backend_pid())");
        }
        instances = Math.max(1, number(COUNT_INSTANCES));
        var share = (int) Math.ceil((double) SHARDS / instances);
        while (held.size() > share) {
            var last = Collections.max(held);
            ask("select pg_advisory_unlock(" + SHARD_CLASS + ", " + last + ")");
            held.remove(last);
        }
        for (var shard = 0; shard < SHARDS && held.size() < share; shard++) {
            if (!held.contains(shard) && ask("select pg_try_advisory_lock(" + SHARD_CLASS + ", " + shard + ")")) {
                held.add(shard);
            }
        }
    }

    /** Leaves everything to the others, for as long as this instance cannot publish. */
    void releaseAll() throws SQLException {
        if (present) {
            present = false;
            held.clear();
            ask("select pg_advisory_unlock_all() is null");
        }
    }

    private boolean ask(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
