package vn.motcua.dossier.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens connections of the relay's own: session locks and a steady reader do not belong into a pool. */
final class RelayConnection {

    static final String APPLICATION_NAME = "motcua-relay";

    /**
     * Plans are pinned to the indexes: statistics of a queue are always out of date, and a plan made when it was empty
     * must not scan millions of rows after an outage. A peer that vanished without a word loses its locks after 25 s.
     */
    private static final String OPTIONS = "-c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off"
            + " -c enable_mergejoin=off -c jit=off -c idle_session_timeout=0"
            + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    /**
     * How to reach the database directly (a transaction-pooling proxy would lose the session locks).
     *
     * @param url JDBC URL
     */
    record Settings(String url, String user, String password) {

        @Override
        public String toString() {
            return url;
        }
    }

    /** For what only notes that events went out. A crash of the database takes back less than a second of it: those go out again, as after any crash between the two. */
    private static final String WITHOUT_WAITING = " -c synchronous_commit=off";

    private RelayConnection() {}

    /** For the relay itself, which does not wait until its notes are on disk. */
    static Connection openForRelaying(Settings settings) throws SQLException {
        return open(settings, OPTIONS + WITHOUT_WAITING);
    }

    /** For what an operator decides. */
    static Connection open(Settings settings) throws SQLException {
        return open(settings, OPTIONS);
    }

    private static Connection open(Settings settings, String options) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("ApplicationName", APPLICATION_NAME);
        properties.setProperty("options", options);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        // The driver itself, not the driver manager: which drivers that one sees depends on the class loader.
        var connection = new Driver().connect(settings.url(), properties);
        if (connection == null) {
            throw new SQLException("Not a PostgreSQL URL: quarkus.datasource.jdbc.url");
        }
        return connection;
    }
}
