package vn.motcua.dossier.casework;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;

/**
 * Keeps long statements prepared too. The client forgets what is longer than 2,048 characters, and then every execution is two round trips and a
 * parse on the server: the statements here are longer.
 */
final class StatementCache {

    private static final int LONGEST_STATEMENT = 32_768;

    private StatementCache() {}

    static PgConnectOptions enlarged(PgConnectOptions options) {
        options.setCachePreparedStatements(true);
        options.setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT);
        return options;
    }

    private static Pool pool(PgPoolCreator.Input input) {
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(input.pgConnectOptionsList().stream()
                        .<SqlConnectOptions>map(StatementCache::enlarged)
                        .toList())
                .using(input.vertx())
                .build();
    }

    /** For casework's own connections. */
    @Singleton
    @ReactiveDataSource("casework")
    static final class OfCasework implements PgPoolCreator {
        @Override
        public Pool create(Input input) {
            return pool(input);
        }
    }

    /** For everybody else's. */
    @Singleton
    static final class OfAll implements PgPoolCreator {
        @Override
        public Pool create(Input input) {
            return pool(input);
        }
    }
}
