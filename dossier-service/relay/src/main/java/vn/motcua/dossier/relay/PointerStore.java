package vn.motcua.dossier.relay;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.events.EventAttributes;

/** The SQL of the relay. Every method is a transaction of its own. For the relay's thread only. */
final class PointerStore {

    /**
     * One index scan per shard, so that a backlog in one instance's shards is not read through by another. Large events
     * end the batch early; what is left out comes last in position, so each subject still gets a prefix.
     */
    private static final String READ = """
            select position, shard, subject, sequence, behind, id, type, time, data, previous_hash, hash, recorded_at,
                   correlation_id, causation_id, traceparent
              from (select o.position, o.shard, o.subject, o.sequence,
                           exists (select from parked_pointer p where p.subject = o.subject and p.position < o.position) as behind,
                           e.id, e.type, e.time, e.data, e.previous_hash, e.hash, e.recorded_at,
                           e.correlation_id, e.causation_id, e.traceparent,
                           coalesce(sum(octet_length(e.data)) over (
                               order by o.position rows between unbounded preceding and 1 preceding), 0) as bytes_before
                      from unnest(?::smallint[]) as held (shard)
                     cross join lateral (select * from outgoing q where q.shard = held.shard
                                          order by q.position limit ?) o
                      left join event e on e.subject = o.subject and e.sequence = o.sequence) batch
             where bytes_before < ?
             order by position
            """;

    private static final String DELETE = """
            delete from outgoing o using unnest(?::smallint[], ?::bigint[]) as sent (shard, position)
             where o.shard = sent.shard and o.position = sent.position
            """;

    /** Under the table's lock a release is either wholly before or wholly after, so nobody stays behind a freed head. */
    private static final String LOCK = "lock table parked_pointer in share row exclusive mode";

    private static final String PARK = """
            with gone as (
                delete from outgoing o using unnest(?::smallint[], ?::bigint[], ?::text[]) as bad (shard, position, reason)
                 where o.shard = bad.shard and o.position = bad.position
                   and (bad.reason <> 'BEHIND' or exists (select from parked_pointer p
                                                     where p.subject = o.subject and p.position < o.position))
                returning o.position, o.subject, o.sequence, bad.reason)
            insert into parked_pointer (position, subject, sequence, reason) select * from gone
            """;

    private final Connection connection;
    private final String source;

    PointerStore(Connection connection, String source) {
        this.connection = connection;
        this.source = source;
    }

    /** The oldest pointers of the shards in the order of their positions, with their events. */
    List<Entry> read(Set<Integer> shards, int most, int mostBytes) throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            statement.setArray(1, connection.createArrayOf("int2", shards.toArray()));
            statement.setInt(2, Math.max(1, most / shards.size()));
            statement.setInt(3, mostBytes);
            try (var rows = statement.executeQuery()) {
                var entries = new ArrayList<Entry>();
                while (rows.next()) {
                    entries.add(entry(rows));
                }
                return entries;
            }
        }
    }

    /** Forgets what Kafka has acknowledged. */
    void delete(Collection<Pointer> sent) throws SQLException {
        try (var statement = connection.prepareStatement(DELETE)) {
            bind(statement, List.copyOf(sent));
            statement.executeUpdate();
        }
    }

    /** Puts pointers aside; those behind only as long as their subject is still parked. */
    void park(Map<Pointer, ParkingReason> pointers) throws SQLException {
        var order = List.copyOf(pointers.keySet());
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement();
                var statement = connection.prepareStatement(PARK)) {
            lock.execute(LOCK);
            bind(statement, order);
            var reasons = order.stream().map(pointers::get).map(Enum::name).toArray();
            statement.setArray(3, connection.createArrayOf("text", reasons));
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void bind(PreparedStatement statement, List<Pointer> pointers) throws SQLException {
        var shards = pointers.stream().map(Pointer::shard).toArray();
        var positions = pointers.stream().map(Pointer::position).toArray();
        statement.setArray(1, connection.createArrayOf("int2", shards));
        statement.setArray(2, connection.createArrayOf("int8", positions));
    }

    private Entry entry(ResultSet row) throws SQLException {
        var pointer = new Pointer(
                row.getInt("shard"),
                row.getLong("position"),
                row.getObject("subject", UUID.class),
                row.getLong("sequence"));
        return new Entry(pointer, row.getBoolean("behind"), row.getString("type") == null ? null : event(row, pointer));
    }

    private StoredEvent event(ResultSet row, Pointer pointer) throws SQLException {
        var subject = pointer.subject().toString();
        var type = row.getString("type");
        var attributes = new EventAttributes(
                row.getObject("id", UUID.class),
                source,
                type,
                subject,
                instant(row, "time"),
                EventAttributes.schemaOf(type),
                pointer.sequence(),
                subject,
                row.getString("previous_hash"),
                row.getString("hash"),
                instant(row, "recorded_at"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("traceparent"));
        return new StoredEvent(attributes, row.getString("data").getBytes(StandardCharsets.UTF_8));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
}
