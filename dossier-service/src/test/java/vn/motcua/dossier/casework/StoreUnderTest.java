package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.relay.RelaySchema;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.LocalDatabase;
import vn.motcua.local.testing.LocalInfrastructure;

/** A database of its own with the service's tables, and connections to it, without the application. */
final class StoreUnderTest implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final LocalDatabase database = LocalInfrastructure.freshDatabase();
    private final Vertx vertx = Vertx.vertx();
    final Pool pool;

    StoreUnderTest(int connections) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.role(), database.password())
                .load()
                .migrate();
        RelaySchema.migrate(database.jdbcUrl(), database.role(), database.password());
        pool = pool(connections, 0);
    }

    /** Connections that wait for a lock half a second only. */
    Pool impatientPool(int connections) {
        return pool(connections, 500);
    }

    private Pool pool(int connections, int lockMillis) {
        var options = new PgConnectOptions()
                .setHost(database.host())
                .setPort(database.port())
                .addProperty("lock_timeout", Integer.toString(lockMillis))
                .setDatabase(database.name())
                .setUser(database.role())
                .setPassword(database.password())
                .setCachePreparedStatements(true);
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(StatementCache.enlarged(options))
                .using(vertx)
                .build());
    }

    Kept load(UUID id, RequestKey key) {
        return of(new DossierStore(pool).load(id, key)).orElseThrow();
    }

    /** A new dossier, loaded. */
    Kept submitted(String agency) {
        var write = Writes.submission(agency, Writes.key(UUID.randomUUID().toString(), "{}"));
        of(new DossierStore(pool).create(write)).orElseThrow();
        return load(write.dossier().id(), null);
    }

    /** A session with an open transaction. */
    SqlConnection begun() {
        var connection = of(pool.getConnection());
        of(connection.begin());
        return connection;
    }

    void end(SqlConnection session, boolean commit) {
        of(session.query(commit ? "commit" : "rollback").execute());
        of(session.close());
    }

    /** Waits until somebody waits for a lock in this database: the second session has met the first. */
    void awaitSomebodyWaiting() {
        org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> number(
                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                        > 0);
    }

    long number(String query, Object... values) {
        return Long.parseLong(Tables.rows(database, query, values).get(0).get(0));
    }

    static <T> T of(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        of(pool.close());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
