package vn.motcua.dossier.casework;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which dossiers have to be woken. */
@ApplicationScoped
class WakeStore {

    private static final String DUE = """
            select wake_at, id from dossier
            where wake_at <= $1 and (wake_at, id) > ($2, $3)
            order by wake_at, id limit $4
            """;

    private final Pool pool;

    WakeStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** A dossier and when it has to be woken. */
    record Due(Instant at, UUID dossier) {

        /** Before every other. */
        static final Due BEGINNING = new Due(Instant.EPOCH, new UUID(0, 0));
    }

    /** Those due by then, after the one given, in the order in which they became due; at most so many. */
    Uni<List<Due>> until(Instant now, Due after, int most) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(Bindings.utc(now), Bindings.utc(after.at()), after.dossier(), most))
                .map(rows -> {
                    var due = new ArrayList<Due>();
                    for (var row : rows) {
                        var columns = new Columns(row);
                        due.add(new Due(columns.instant(), columns.uuid()));
                    }
                    return due;
                });
    }
}
