package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import vn.motcua.local.LocalService;

/**
 * The place of one dossier in a consumer's inbox, held by a transaction of ours: whoever applies an event of that dossier stands still in the middle of
 * a transaction of its own, until this is closed.
 */
final class HeldPlace implements AutoCloseable {

    private static final String HOLD = """
            insert into inbox (stream, source, subject) values (?, ?, ?)
            on conflict (stream, source, subject) do update set last_sequence = inbox.last_sequence""";

    // Not from pg_stat_activity: a transaction sees there for ever who was connected when it looked first.
    private static final String WAITING =
            "select count(*) from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))";

    private final LocalService consumer;
    private final Connection connection;

    private HeldPlace(LocalService consumer, Connection connection) {
        this.consumer = consumer;
        this.connection = connection;
    }

    static HeldPlace of(LocalService consumer, String stream, LocalService publisher, Office.Seen dossier)
            throws SQLException {
        var connection = Province.platform().database(consumer).connect();
        connection.setAutoCommit(false);
        try (var hold = connection.prepareStatement(HOLD)) {
            hold.setString(1, stream);
            hold.setString(2, "urn:motcua:H03:" + publisher.module());
            hold.setObject(3, UUID.fromString(dossier.id()));
            hold.executeUpdate();
        }
        return new HeldPlace(consumer, connection);
    }

    /** Waits until the consumer stands still at this place. */
    void meetsTheConsumer() {
        Eventually.that(
                () -> assertThat(waiting()).as(consumer + " at the place").isPositive());
    }

    private long waiting() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(WAITING)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
