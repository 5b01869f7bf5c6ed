package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What waits and when it is due. */
@ApplicationScoped
class WaitingStore {

    private static final String DUE = """
            select source, subject from inbox
            where stream = $1 and block = 'NOT_YET' and retry_at <= now() order by retry_at limit $2""";

    private static final String MAKE_DUE =
            "update inbox set retry_at = now() where block = 'NOT_YET' and retry_at > now()";

    private static final String LEVELS = """
            select (select count(*) from waiting_event where stream = $1) as waiting,
                (select count(*) from parked_event where stream = $1 and resolved_at is null) as parked""";

    private static final String FORGET = """
            update undecodable_record set value_start = ''
            where octet_length(value_start) > 0 and recorded_at < now() - $1 * interval '1 second'""";

    private final Pool pool;

    WaitingStore(Pool pool) {
        this.pool = pool;
    }

    /** How many events wait, parked ones among them, and how many parked ones are open. */
    record Levels(long waiting, long parked) {}

    Uni<List<Subject>> due(String stream, int most) {
        return pool.preparedQuery(DUE).execute(Tuple.of(stream, most)).map(rows -> {
            var due = new ArrayList<Subject>();
            rows.forEach(row -> due.add(new Subject(row.getString("source"), row.getUUID("subject"))));
            return due;
        });
    }

    Uni<Void> makeDue() {
        return pool.query(MAKE_DUE).execute().replaceWithVoid();
    }

    /** Blanks the bytes of undecodable records of that age: they may be a person's. Place and reason stay. */
    Uni<Void> forget(Duration age) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) age.toSeconds()))
                .replaceWithVoid();
    }

    Uni<Levels> levels(String stream) {
        return pool.preparedQuery(LEVELS).execute(Tuple.of(stream)).map(rows -> {
            var row = rows.iterator().next();
            return new Levels(row.getLong("waiting"), row.getLong("parked"));
        });
    }
}
