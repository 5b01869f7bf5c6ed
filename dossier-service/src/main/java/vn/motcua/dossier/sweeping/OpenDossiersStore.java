package vn.motcua.dossier.sweeping;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which dossiers of some agencies are not closed. Those that a ministry's system masters are not ours to move. */
@ApplicationScoped
class OpenDossiersStore {

    private static final String OPEN = """
            select id from dossier
            where agency = any($1::text[]) and id > $2 and origin <> 'MIRRORED'
              and status in ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUIRED', 'PAYMENT_REQUIRED', 'STOPPED', 'COMPLETED')
            order by id limit $3
            """;

    private static final String WITH_PARTS = """
            select id from dossier
            where holders && $1::text[] and id > $2 and origin <> 'MIRRORED'
            order by id limit $3
            """;

    private final Pool pool;

    OpenDossiersStore(Pool pool) {
        this.pool = pool;
    }

    /** By id, after the one given, at most so many. A page reads every open dossier of these agencies: for orders, not for requests. */
    Uni<List<UUID>> after(List<String> agencies, UUID last, int most) {
        return page(OPEN, agencies, last, most);
    }

    /** The same of dossiers of which these agencies have an open part, whoever answers for them. */
    Uni<List<UUID>> withPartsAfter(List<String> agencies, UUID last, int most) {
        return page(WITH_PARTS, agencies, last, most);
    }

    private Uni<List<UUID>> page(String which, List<String> agencies, UUID last, int most) {
        return pool.preparedQuery(which)
                .execute(Tuple.of(agencies.toArray(String[]::new), last, most))
                .map(rows -> {
                    var ids = new ArrayList<UUID>();
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                });
    }
}
