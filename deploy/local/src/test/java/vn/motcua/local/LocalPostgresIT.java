package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.local.machine.Ports;

class LocalPostgresIT {

    @TempDir
    private Path directory;

    private LocalPostgres postgres;

    @AfterEach
    void close() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void whatIsCommittedOutlivesAStopAndAPowerCut() throws Exception {
        postgres = LocalPostgres.keptIn(directory, Ports.free()).start();
        LocalDatabase database = postgres.createDatabase("kpi", "kpi", "secret");
        assertThat(ask(database, "show fsync")).isEqualTo("on");
        assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
        execute(database, "create table note (text text)");

        execute(database, "insert into note values ('một')");
        postgres.stop();
        postgres.start();
        execute(database, "insert into note values ('hai')");
        postgres.kill();
        postgres.start();

        assertThat(ask(database, "select string_agg(text, ' ' order by text) from note"))
                .isEqualTo("hai một");
        assertThat(postgres.createDatabase("kpi", "kpi", "another").password()).isEqualTo("another");
    }

    @Test
    void aRoleIsAskedForItsPasswordAndReachesItsOwnDatabaseOnly() {
        postgres = LocalPostgres.temporary().start();
        LocalDatabase kpi = postgres.createDatabase("kpi", "kpi", "one");
        LocalDatabase postal = postgres.createDatabase("postal", "postal", "two");

        assertThatThrownBy(() -> ask(as(kpi, kpi.name(), "wrong"), "select 1")).hasMessageContaining("password");
        assertThatThrownBy(() -> ask(as(kpi, postal.name(), "one"), "select 1"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> postgres.createDatabase("drop table", "kpi", "one"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServerThatAnEarlierRunLeftBehindIsNamedAndCanBeStopped() {
        LocalPostgres earlier = LocalPostgres.keptIn(directory, Ports.free()).start();
        postgres = LocalPostgres.keptIn(directory, Ports.free());

        assertThat(postgres.orphan()).hasValueSatisfying(orphan -> {
            assertThat(orphan.pid()).isEqualTo(earlier.pid());
            assertThat(orphan.port()).isEqualTo(earlier.port());
        });
        assertThatThrownBy(() -> postgres.start())
                .hasMessageContaining("of an earlier run still runs (process " + earlier.pid());

        postgres.orphan().orElseThrow().stop();
        assertThat(earlier.isRunning()).isFalse();
        assertThat(postgres.start().orphan()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (java.net.ServerSocket other = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            LocalPostgres late = LocalPostgres.keptIn(directory, other.getLocalPort());

            assertThatThrownBy(late::start)
                    .hasMessageContaining("port " + other.getLocalPort() + " for PostgreSQL is taken");
        }
    }

    private static LocalDatabase as(LocalDatabase role, String name, String password) {
        return new LocalDatabase(role.host(), role.port(), name, role.role(), password);
    }

    private static String ask(LocalDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(LocalDatabase database, String command) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
