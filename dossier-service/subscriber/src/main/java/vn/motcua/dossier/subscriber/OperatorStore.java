package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The lists that operators read. Each is one walk along an index from where the last page ended. */
@ApplicationScoped
class OperatorStore {

    private static final String PARKED = """
            select p.*, coalesce(case when p.resolved_at is null then i.held - 1 end, 0) as behind
            from parked_event p
            left join inbox i on i.stream = p.stream and i.source = p.source and i.subject = p.subject
            """;

    private static final String OPEN = PARKED
            + "where p.resolved_at is null and ($1::text is null or p.stream = $1) and p.id > $2 order by p.id limit $3";

    private static final String ONE = PARKED + "where p.id = $1";

    private static final String WAITING = """
            select w.*, w.attributes ->> 'ce_id' as event_id, w.attributes ->> 'ce_type' as type, w.value is null as left_in_topic,
                i.last_sequence, i.block, i.block_reason
            from waiting_event w join inbox i on i.stream = w.stream and i.source = w.source and i.subject = w.subject
            where ($1::text is null or w.stream = $1) and (w.stream, w.source, w.subject, w.sequence) > ($2, $3, $4, $5)
            order by w.stream, w.source, w.subject, w.sequence limit $6""";

    private static final String UNDECODABLE = """
            select * from undecodable_record where ($1::text is null or stream = $1) and id > $2 order by id limit $3""";

    private final Pool pool;

    OperatorStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<ParkedEvent>> parked(String stream, long after, int rows) {
        return list(OPEN, Tuple.of(stream, after, rows), OperatorStore::parked);
    }

    Uni<Optional<ParkedEvent>> parked(long id) {
        return list(ONE, Tuple.of(id), OperatorStore::parked)
                .map(found -> found.stream().findFirst());
    }

    Uni<List<WaitingEvent>> waiting(String stream, WaitingPlace after, int rows) {
        return list(
                WAITING,
                Tuple.of(stream, after.stream(), after.source(), after.subject(), after.sequence(), rows),
                OperatorStore::waiting);
    }

    Uni<List<UndecodableRecord>> undecodable(String stream, long after, int rows) {
        return list(UNDECODABLE, Tuple.of(stream, after, rows), OperatorStore::undecodable);
    }

    private <T> Uni<List<T>> list(String sql, Tuple tuple, Function<Row, T> read) {
        return pool.preparedQuery(sql).execute(tuple).map(rows -> all(rows, read));
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static ParkedEvent parked(Row row) {
        var resolution = row.getString("resolution");
        return new ParkedEvent(
                row.getLong("id"),
                row.getString("stream"),
                row.getString("source"),
                row.getUUID("subject"),
                row.getLong("sequence"),
                row.getUUID("event_id"),
                row.getString("type"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("record_offset"),
                resolution == null ? ParkedEvent.State.PARKED : ParkedEvent.State.valueOf(resolution),
                row.getString("reason"),
                row.getInteger("tries"),
                row.getInteger("behind"),
                instant(row, "parked_at"),
                instant(row, "last_tried_at"),
                instant(row, "resolved_at"),
                row.getString("resolved_by"),
                row.getString("discard_reason"));
    }

    private static WaitingEvent waiting(Row row) {
        var block = row.getString("block");
        var because = block != null
                ? WaitingEvent.Because.valueOf(block)
                : row.getBoolean("left_in_topic") ? WaitingEvent.Because.LEFT_IN_TOPIC : WaitingEvent.Because.GAP;
        return new WaitingEvent(
                row.getString("stream"),
                row.getString("source"),
                row.getUUID("subject"),
                row.getLong("sequence"),
                UUID.fromString(row.getString("event_id")),
                row.getString("type"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("record_offset"),
                instant(row, "stored_at"),
                row.getLong("last_sequence"),
                because,
                row.getString("block_reason"));
    }

    private static UndecodableRecord undecodable(Row row) {
        return new UndecodableRecord(
                row.getLong("id"),
                row.getString("stream"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("record_offset"),
                row.getString("reason"),
                row.getInteger("value_length"),
                instant(row, "recorded_at"));
    }

    private static Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
