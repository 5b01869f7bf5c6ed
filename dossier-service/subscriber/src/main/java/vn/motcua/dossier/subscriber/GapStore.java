package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Gaps that are open and gaps that were skipped. */
@ApplicationScoped
class GapStore {

    // A value that was left in the topic is as missing as one that never came.
    private static final String OPEN = """
            select i.stream, i.source, i.subject, i.last_sequence + 1 as first, w.sequence - 1 as last, i.held, w.stored_at
            from inbox i
            cross join lateral (
                select e.sequence, e.stored_at from waiting_event e
                where e.stream = i.stream and e.source = i.source and e.subject = i.subject and e.value is not null
                order by e.sequence limit 1) w
            where i.held > 0 and i.block is null and ($1::text is null or i.stream = $1)
              and (i.stream, i.source, i.subject) > ($2, $3, $4)
            order by i.stream, i.source, i.subject limit $5""";

    private static final String BOUNDS = """
            select exists (select from waiting_event where stream = $1 and source = $2 and subject = $3
                    and sequence between $4 and $5 and value is not null) as came,
                exists (select from waiting_event where stream = $1 and source = $2 and subject = $3
                    and sequence = $5 + 1) as ends""";

    private static final String NOTE = """
            insert into skipped_gap (stream, source, subject, first_sequence, last_sequence, reason, skipped_by)
            values ($1, $2, $3, $4, $5, $6, $7) returning *""";

    private static final String SKIPPED = """
            select * from skipped_gap where stream = $1 and source = $2 and subject = $3
              and first_sequence = $4 and last_sequence = $5 order by id desc limit 1""";

    private static final String ALL_SKIPPED =
            "select * from skipped_gap where ($1::text is null or stream = $1) and id > $2 order by id limit $3";

    private final Pool pool;

    GapStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * What waits in and behind a range, under the subject's row lock.
     *
     * @param came whether an event of the range is here
     * @param ends whether the event right behind it is
     */
    record Bounds(boolean came, boolean ends) {}

    Uni<List<Gap>> open(String stream, WaitingPlace after, int rows) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(stream, after.stream(), after.source(), after.subject(), rows))
                .map(found -> all(found, GapStore::gap));
    }

    Uni<List<SkippedGap>> skipped(String stream, long after, int rows) {
        return pool.preparedQuery(ALL_SKIPPED)
                .execute(Tuple.of(stream, after, rows))
                .map(found -> all(found, GapStore::skipped));
    }

    Uni<Bounds> bounds(SqlConnection tx, SkippedGap.Order order) {
        return tx.preparedQuery(BOUNDS).execute(key(order)).map(rows -> {
            var row = rows.iterator().next();
            return new Bounds(row.getBoolean("came"), row.getBoolean("ends"));
        });
    }

    /** The last time that this very range was skipped. */
    Uni<Optional<SkippedGap>> done(SqlConnection tx, SkippedGap.Order order) {
        return tx.preparedQuery(SKIPPED)
                .execute(key(order))
                .map(rows -> all(rows, GapStore::skipped).stream().findFirst());
    }

    Uni<SkippedGap> note(SqlConnection tx, SkippedGap.Order order) {
        return tx.preparedQuery(NOTE)
                .execute(key(order).addString(order.reason()).addString(order.by()))
                .map(rows -> skipped(rows.iterator().next()));
    }

    private static Tuple key(SkippedGap.Order order) {
        return Tuple.tuple()
                .addString(order.stream())
                .addString(order.subject().source())
                .addUUID(order.subject().id())
                .addLong(order.first())
                .addLong(order.last());
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static Gap gap(Row row) {
        return new Gap(
                row.getString("stream"),
                row.getString("source"),
                row.getUUID("subject"),
                row.getLong("first"),
                row.getLong("last"),
                row.getInteger("held"),
                instant(row, "stored_at"));
    }

    private static SkippedGap skipped(Row row) {
        return new SkippedGap(
                row.getLong("id"),
                row.getString("stream"),
                row.getString("source"),
                row.getUUID("subject"),
                row.getLong("first_sequence"),
                row.getLong("last_sequence"),
                row.getString("reason"),
                row.getString("skipped_by"),
                instant(row, "skipped_at"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
