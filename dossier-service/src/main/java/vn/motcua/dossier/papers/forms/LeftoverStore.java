package vn.motcua.dossier.papers.forms;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** Bytes that were laid into the store for a row that did not come. The sweep of files deletes them, if nothing refers to them then. */
@ApplicationScoped
class LeftoverStore {

    /** Whoever was quicker may have laid in the very same bytes. */
    private static final String LEAVE = """
            insert into object_removal (sha256, since)
            select 'sha256:' || $1, $2::timestamptz
            where not exists (select from form where sha256 = $1) and not exists (select from register where sha256 = $1)
            on conflict do nothing""";

    private final Pool pool;

    LeftoverStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Marks an object to go, unless it is an original.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @param from not before: while somebody may be about to refer to the same bytes
     */
    Uni<Void> leave(String sha256, Instant from) {
        return pool.preparedQuery(LEAVE)
                .execute(Tuple.of(sha256, from.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
