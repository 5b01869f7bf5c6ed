package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Notes records that are no events, each once however often it is read. */
@ApplicationScoped
class UndecodableStore {

    private static final String NOTE = """
            insert into undecodable_record (stream, topic, partition, record_offset, reason, value_length, value_start)
            select $1, * from unnest($2::text[], $3::integer[], $4::bigint[], $5::text[], $6::integer[], $7::bytea[])
            on conflict do nothing""";

    private final Pool pool;

    UndecodableStore(Pool pool) {
        this.pool = pool;
    }

    /** Returns how many were not noted before. */
    Uni<Integer> note(String stream, List<RecordReader.Undecodable> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return pool.preparedQuery(NOTE).execute(tuple(stream, records)).map(rows -> rows.rowCount());
    }

    private static Tuple tuple(String stream, List<RecordReader.Undecodable> records) {
        return Tuple.tuple()
                .addString(stream)
                .addArrayOfString(records.stream().map(each -> each.topic()).toArray(String[]::new))
                .addArrayOfInteger(
                        records.stream().map(each -> each.partition()).toArray(Integer[]::new))
                .addArrayOfLong(records.stream().map(each -> each.offset()).toArray(Long[]::new))
                .addArrayOfString(records.stream().map(each -> each.reason()).toArray(String[]::new))
                .addArrayOfInteger(records.stream().map(each -> each.length()).toArray(Integer[]::new))
                .addValue(records.stream()
                        .map(each -> Buffer.buffer(each.start()))
                        .toArray(Buffer[]::new));
    }
}
