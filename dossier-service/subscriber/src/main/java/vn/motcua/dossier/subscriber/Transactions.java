package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Transactions with savepoints. The client's own transactions cannot have them: they mark themselves as failed with the first failed statement.
 */
@ApplicationScoped
class Transactions {

    private final Pool pool;

    Transactions(Pool pool) {
        this.pool = pool;
    }

    /** Commits when the work succeeds, otherwise rolls back and fails as the work did. */
    <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        return pool.getConnection()
                .chain(connection -> command(connection, "begin")
                        .chain(() -> work.apply(connection))
                        .call(() -> command(connection, "commit"))
                        .onFailure()
                        .call(() -> command(connection, "rollback").onFailure().recoverWithNull())
                        .eventually(() -> connection.close().onFailure().recoverWithNull()));
    }

    /** Runs a part that is undone alone when it fails. Checks what was put off to the commit, so that nothing fails only there. */
    static Uni<Void> part(SqlConnection tx, Supplier<Uni<Void>> work) {
        return command(tx, "savepoint part")
                .chain(work::get)
                .call(() -> command(tx, "set constraints all immediate; release savepoint part"))
                .onFailure()
                .call(() -> command(tx, "rollback to savepoint part; release savepoint part")
                        .onFailure()
                        .recoverWithNull());
    }

    private static Uni<Void> command(SqlConnection connection, String sql) {
        return connection.query(sql).execute().replaceWithVoid();
    }
}
