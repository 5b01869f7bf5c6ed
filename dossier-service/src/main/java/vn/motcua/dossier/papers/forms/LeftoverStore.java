package vn.motcua.dossier.papers.forms;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Bytes that are laid into the store before a row refers to them. They are marked to go first, and the row takes the mark away: whatever comes in
 * between, the process killed, the database gone, the dossier destroyed, nothing stays that nobody knows of. The sweep of files deletes what is marked
 * and referred to by nothing.
 */
@ApplicationScoped
class LeftoverStore {

    /** Longer than a paper is on its way from the store to its row. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Whoever was quicker may have laid in the very same bytes; a mark that is there already may be due, and waits too. Where a sweep is deleting them, this
     * waits for it.
     */
    private static final String EXPECT = """
            insert into object_removal as mark (sha256, since)
            select 'sha256:' || $1, $2::timestamptz
            where not exists (select from form where sha256 = $1) and not exists (select from register where sha256 = $1)
            on conflict (sha256) do update set since = greatest(mark.since, excluded.since)""";

    /** For the statement that keeps the row, behind {@code kept}, which returns what it kept. */
    static final String UNMARK =
            "unmarked as (delete from object_removal where sha256 in (select 'sha256:' || sha256 from kept))";

    private final Pool pool;

    LeftoverStore(Pool pool) {
        this.pool = pool;
    }

    /** For the same statement: the row is there only if its mark was, since without it the bytes may be gone. @param n of the parameter with the SHA-256 */
    static String marked(int n) {
        return "marked as (select sha256 from object_removal where sha256 = 'sha256:' || $" + n + " for update)";
    }

    /**
     * Marks bytes that are about to be laid in. Waits: on threads of the press only.
     *
     * @param sha256 64 lower-case hexadecimal digits
     */
    void expect(String sha256, Instant now) {
        pool.preparedQuery(EXPECT)
                .execute(Tuple.of(sha256, now.plus(ON_ITS_WAY).atOffset(ZoneOffset.UTC)))
                .await()
                .atMost(PATIENCE);
    }
}
