package vn.motcua.dossier.relay;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Dead pointers and what was decided about them. Blocking; each call opens a connection of its own and is one transaction. */
@ApplicationScoped
class ParkedPointerStore {

    private static final String PARKED = """
            select p.position, p.subject, p.sequence, e.id as event_id, e.type, 'PARKED' as state, p.reason,
                   1 + (select count(*) from pointer_decision d where d.position = p.position) as tries,
                   (select count(*) from parked_pointer b where b.subject = p.subject and b.position > p.position) as behind,
                   p.parked_at, null::timestamptz as resolved_at, null as resolved_by, null as discard_reason
              from parked_pointer p
              left join event e on e.subject = p.subject and e.sequence = p.sequence
             where p.reason <> 'BEHIND'
            """;

    private static final String OPEN = PARKED + " and p.position > ? order by p.position limit ?";

    private static final String ONE = PARKED + " and p.position = ?";

    private static final String DECIDED = """
            select l.position, l.subject, l.sequence, e.id as event_id, e.type, l.resolution as state, l.reason,
                   (select count(*) from pointer_decision d where d.position = l.position) as tries, 0 as behind,
                   l.parked_at, l.resolved_at, l.resolved_by, l.discard_reason
              from (select * from pointer_decision where position = ? order by id desc limit 1) l
              left join event e on e.subject = l.subject and e.sequence = l.sequence
            """;

    /** The relay takes the same lock before it parks something behind a dead one. */
    private static final String LOCK = "lock table parked_pointer in share row exclusive mode";

    private static final String FREE = """
            with dead as (select subject from parked_pointer where position = ? and reason <> 'BEHIND'),
            freed as (delete from parked_pointer p using dead where p.subject = dead.subject returning p.*),
            decided as (
                insert into pointer_decision
                    (position, subject, sequence, reason, parked_at, resolution, resolved_by, discard_reason)
                select f.position, f.subject, f.sequence, f.reason, f.parked_at,
                       case when f.position = o.discarded then 'DISCARDED' else 'RELEASED' end, ?,
                       case when f.position = o.discarded then ? end
                  from freed f cross join (select ?::bigint as discarded) o
                 where f.reason <> 'BEHIND' order by f.position),
            queued as (
                insert into outgoing (position, subject, sequence) overriding system value
                select position, subject, sequence from freed where position is distinct from ?::bigint order by position
                returning position)
            select (select count(*) from freed) as freed, (select count(*) from queued) as queued
            """;

    private final RelayConnection.Settings database;

    ParkedPointerStore(RelayConnection.Settings database) {
        this.database = database;
    }

    /**
     * What an operator decides about a dead pointer.
     *
     * @param by the operator's subject
     * @param discardReason why it is never to be published; null releases it
     */
    record Decision(long id, String by, String discardReason) {}

    /**
     * What a decision moved.
     *
     * @param done false where the pointer was not parked as a dead one, and nothing was moved
     * @param queued how many pointers went back into their places
     */
    record Freed(boolean done, int queued) {}

    /** Those that hold their dossiers back, in the order of their commit, at most as many as said. */
    List<ParkedPointer> open(long after, int most) throws SQLException {
        try (var connection = RelayConnection.open(database);
                var statement = connection.prepareStatement(OPEN)) {
            statement.setLong(1, after);
            statement.setInt(2, most);
            return read(statement);
        }
    }

    /** How it stands: parked, or as the last decision about it left it. */
    Optional<ParkedPointer> find(long id) throws SQLException {
        try (var connection = RelayConnection.open(database)) {
            var parked = one(connection, ONE, id);
            return parked.isPresent() ? parked : one(connection, DECIDED, id);
        }
    }

    /**
     * Puts the events of a dead pointer's dossier back into their places in the queue, but for one that is discarded,
     * and writes the decision down. What is still dead is parked again by the relay.
     */
    Freed free(Decision decision) throws SQLException {
        try (var connection = RelayConnection.open(database)) {
            connection.setAutoCommit(false);
            try (var lock = connection.createStatement();
                    var statement = connection.prepareStatement(FREE)) {
                lock.execute(LOCK);
                var discarded = decision.discardReason() == null ? null : decision.id();
                statement.setLong(1, decision.id());
                statement.setString(2, decision.by());
                statement.setString(3, decision.discardReason());
                statement.setObject(4, discarded);
                statement.setObject(5, discarded);
                var freed = freed(statement);
                connection.commit();
                return freed;
            }
        }
    }

    private static Freed freed(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return new Freed(row.getInt("freed") > 0, row.getInt("queued"));
        }
    }

    private static Optional<ParkedPointer> one(Connection connection, String sql, long id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            return read(statement).stream().findFirst();
        }
    }

    private static List<ParkedPointer> read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var pointers = new ArrayList<ParkedPointer>();
            while (rows.next()) {
                pointers.add(pointer(rows));
            }
            return pointers;
        }
    }

    private static ParkedPointer pointer(ResultSet row) throws SQLException {
        return new ParkedPointer(
                row.getLong("position"),
                row.getObject("subject", UUID.class),
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                ParkedPointer.State.valueOf(row.getString("state")),
                ParkingReason.valueOf(row.getString("reason")),
                row.getInt("tries"),
                row.getInt("behind"),
                instant(row, "parked_at"),
                instant(row, "resolved_at"),
                row.getString("resolved_by"),
                row.getString("discard_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
