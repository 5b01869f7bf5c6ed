package vn.motcua.dossier.relay;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The events that the relay holds back, for an operator. Blocking; each call opens a connection of its own and is one
 * transaction.
 */
@ApplicationScoped
public class ParkedPointers {

    private static final Logger LOG = Logger.getLogger(ParkedPointers.class);

    private static final String LIST =
            "select subject, sequence, reason, parked_at from parked_pointer order by position limit ?";

    private static final String LOCK = "lock table parked_pointer in share row exclusive mode";

    private static final String RELEASE = """
            with freed as (delete from parked_pointer where subject = ? returning position, subject, sequence)
            insert into outgoing (position, subject, sequence) overriding system value
            select position, subject, sequence from freed order by position
            """;

    private static final String DISCARD = "delete from parked_pointer where subject = ? and sequence = ?";

    private final RelayConnection.Settings database;

    ParkedPointers(RelayConnection.Settings database) {
        this.database = database;
    }

    /** The first of them in the order of their commit, at most as many as said. */
    public List<ParkedPointer> list(int most) throws SQLException {
        try (var connection = RelayConnection.open(database);
                var statement = connection.prepareStatement(LIST)) {
            statement.setInt(1, most);
            try (var rows = statement.executeQuery()) {
                var pointers = new ArrayList<ParkedPointer>();
                while (rows.next()) {
                    pointers.add(new ParkedPointer(
                            new EventKey(rows.getObject("subject", UUID.class), rows.getLong("sequence")),
                            ParkingReason.valueOf(rows.getString("reason")),
                            rows.getObject("parked_at", OffsetDateTime.class).toInstant()));
                }
                return pointers;
            }
        }
    }

    /**
     * Puts all of a subject's events back into their places in the queue, once the cause is mended. What is still dead
     * is parked again. A second call finds nothing to do.
     *
     * @return how many were put back
     */
    public int release(UUID subject) throws SQLException {
        try (var connection = RelayConnection.open(database)) {
            return alone(connection, () -> releaseIn(connection, subject));
        }
    }

    /**
     * Gives up publishing one event, for good, and releases those behind it. Consumers will see a gap in the subject's
     * sequence; the history in the database stays whole.
     *
     * @return how many were put back
     */
    public int discard(EventKey event) throws SQLException {
        try (var connection = RelayConnection.open(database)) {
            return alone(connection, () -> {
                try (var statement = connection.prepareStatement(DISCARD)) {
                    statement.setObject(1, event.subject());
                    statement.setLong(2, event.sequence());
                    if (statement.executeUpdate() > 0) {
                        LOG.warnf("relay discarded subject=%s sequence=%d", event.subject(), event.sequence());
                    }
                }
                return releaseIn(connection, event.subject());
            });
        }
    }

    private static int releaseIn(Connection connection, UUID subject) throws SQLException {
        try (var statement = connection.prepareStatement(RELEASE)) {
            statement.setObject(1, subject);
            return statement.executeUpdate();
        }
    }

    private interface Work {
        int run() throws SQLException;
    }

    /** The relay takes the same lock before it parks something behind a head. */
    private static int alone(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute(LOCK);
            var count = work.run();
            connection.commit();
            return count;
        }
    }
}
