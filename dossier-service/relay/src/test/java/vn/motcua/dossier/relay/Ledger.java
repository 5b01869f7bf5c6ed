package vn.motcua.dossier.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import vn.motcua.local.LocalDatabase;

/** Writes events as a service does: event and pointer in one statement. One connection, one transaction at a time. */
final class Ledger implements AutoCloseable {

    private static final String WRITE = """
            with fact as (
                insert into event (subject, sequence, id, type, time, data, hash, previous_hash, traceparent)
                select ?, n, gen_random_uuid(), 'vn.motcua.dossier.accepted.v1', '2022-06-08T02:00:00Z'::timestamptz,
                       format('{"n":%s,"text":"%s"}', n, ?::text), 'sha256:' || n, nullif('sha256:' || n - 1, 'sha256:0'),
                       '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
                  from generate_series(?::bigint, ?::bigint) as n
                returning subject, sequence)
            insert into outgoing (subject, sequence) select subject, sequence from fact order by sequence
            """;

    private final Connection connection;

    Ledger(LocalDatabase database) throws SQLException {
        connection = database.connect();
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    void rollback() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    void write(UUID subject, long sequence) throws SQLException {
        write(subject, sequence, sequence, "Quyết định");
    }

    void write(UUID subject, long from, long to, String text) throws SQLException {
        try (var statement = connection.prepareStatement(WRITE)) {
            statement.setObject(1, subject);
            statement.setString(2, text);
            statement.setLong(3, from);
            statement.setLong(4, to);
            statement.executeUpdate();
        }
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
