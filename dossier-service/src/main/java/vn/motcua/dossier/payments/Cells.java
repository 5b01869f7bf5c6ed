package vn.motcua.dossier.payments;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** How values go into rows and come out. */
final class Cells {

    private Cells() {}

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    static byte[] bytes(Row row, String column) {
        return row.getValue(column) instanceof Buffer bytes ? bytes.getBytes() : null;
    }

    static <T> Optional<T> first(Iterable<Row> rows, Function<Row, T> read) {
        for (var row : rows) {
            return Optional.of(read.apply(row));
        }
        return Optional.empty();
    }
}
