package vn.motcua.dossier.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** Takes away what is private of feedback. Its facts stay: no hash covers any of this. */
@ApplicationScoped
class FeedbackErasureStore {

    // Without the salt nobody can try out words against the digest that the facts carry, nor against that of the
    // request. What the national system told
    // keeps its number, so that it does not come in again.
    private static final String ERASE = """
            with over as (
                select id from feedback
                where status in ('PUBLISHED', 'REFUSED') and erased_at is null and coalesce(published_at, refused_at) < $1
                order by coalesce(published_at, refused_at), id limit $3 for update skip locked),
            words as (
                update feedback_words w set author = null, text = '', question = null, supplement = null, answer = null, salt = ''
                from over where w.feedback_id = over.id),
            facts as (
                update event e set actor = null, note = null, request_scope = null, request_key = null, request_digest = null
                from over where e.subject = over.id)
            update feedback f set citizen = null, request_digest = '', erased_at = $2,
                request_scope = case f.channel when 'NATIONAL' then f.request_scope else 'erased' end,
                request_key = case f.channel when 'NATIONAL' then f.request_key else f.id::text end
            from over where f.id = over.id
            """;

    private final Pool pool;

    FeedbackErasureStore(Pool pool) {
        this.pool = pool;
    }

    /** Of what was closed before, so many at most, the oldest first; one statement. @return of how many */
    Uni<Integer> erase(Instant closedBefore, Instant at, int most) {
        return pool.preparedQuery(ERASE)
                .execute(Tuple.of(closedBefore.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC), most))
                .map(rows -> rows.rowCount());
    }
}
