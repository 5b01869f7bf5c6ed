package vn.motcua.dossier.payments;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Function;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** Writes of money and of the step that goes with it: all or nothing. What takes no money is a lone statement and has no business here. */
@ApplicationScoped
public class Transactions {

    /** lock_timeout, statement_timeout, deadlock. */
    private static final Set<String> TOOK_TOO_LONG = Set.of("55P03", "57014", "40P01");

    private final Pool pool;

    public Transactions(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** Runs the work in one transaction. A caller who goes away does not cut it in the middle. */
    public <T> Uni<T> write(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work)
                .onFailure(PgException.class)
                .transform(failure -> TOOK_TOO_LONG.contains(String.valueOf(failure.getSqlState()))
                        ? Problem.of(ProblemType.UNAVAILABLE)
                                .detail("Hệ thống đang bận; xin thử lại.", "The system is busy; try again.")
                        : failure)
                .memoize()
                .indefinitely();
    }

    /** For what reads alone. */
    public SqlClient reading() {
        return pool;
    }
}
