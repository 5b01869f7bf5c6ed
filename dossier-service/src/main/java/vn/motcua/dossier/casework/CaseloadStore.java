package vn.motcua.dossier.casework;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much work each officer has. */
@ApplicationScoped
class CaseloadStore {

    // By the index of officers; what is stopped is nobody's work until it is resumed.
    private static final String OPEN = """
            select officer, count(*) from dossier
            where officer = any($1::text[]) and status in ('ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUIRED', 'PAYMENT_REQUIRED')
            group by officer
            """;

    private final Pool pool;

    CaseloadStore(@ReactiveDataSource("casework") Pool pool) {
        this.pool = pool;
    }

    /** Open dossiers by account, of whatever agency; who has none is left out. */
    Uni<Map<String, Integer>> open(List<String> accounts) {
        if (accounts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(accounts.toArray(String[]::new)))
                .map(rows -> {
                    var open = new HashMap<String, Integer>();
                    rows.forEach(row -> open.put(row.getString(0), row.getInteger(1)));
                    return open;
                });
    }
}
