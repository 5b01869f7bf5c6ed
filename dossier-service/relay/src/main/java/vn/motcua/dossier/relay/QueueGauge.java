package vn.motcua.dossier.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What waits in the queue of the whole database, whichever instance holds the shards.
 *
 * @param backlog pointers not yet acknowledged; exact to 10,000 per shard, an upper bound beyond
 * @param oldest when the oldest of them was recorded; null if none waits
 * @param dead heads of parked subjects
 * @param parked all parked pointers, those behind a head included
 */
record QueueGauge(long backlog, Instant oldest, long dead, long parked) {

    static final QueueGauge EMPTY = new QueueGauge(0, null, 0, 0);

    /** Index probes only: counting millions of rows every few seconds would be a load of its own. */
    private static final String MEASURE = """
            select coalesce(sum(case when counted <= 10000 then counted else last - first + 1 end), 0) as backlog,
                   min(recorded_at) as oldest,
                   (select count(*) from parked_pointer where reason <> 'BEHIND') as dead,
                   (select count(*) from parked_pointer) as parked
              from generate_series(0, 3) as s (shard)
             cross join lateral (select count(*) from (select from outgoing o where o.shard = s.shard
                                                        limit 10001) first_ones) c (counted)
              left join lateral (select o.position, e.recorded_at from outgoing o
                                   left join event e on e.subject = o.subject and e.sequence = o.sequence
                                  where o.shard = s.shard order by o.position limit 1) f (first, recorded_at) on true
              left join lateral (select o.position from outgoing o
                                  where o.shard = s.shard order by o.position desc limit 1) l (last) on true
            """;

    static QueueGauge measure(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(MEASURE);
                var row = statement.executeQuery()) {
            row.next();
            var oldest = row.getObject("oldest", OffsetDateTime.class);
            return new QueueGauge(
                    row.getLong("backlog"),
                    oldest == null ? null : oldest.toInstant(),
                    row.getLong("dead"),
                    row.getLong("parked"));
        }
    }
}
