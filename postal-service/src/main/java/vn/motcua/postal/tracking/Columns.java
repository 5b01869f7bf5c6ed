package vn.motcua.postal.tracking;

import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Rows as the arrays that {@code unnest} takes, one per column. */
public final class Columns<T> {

    private final List<T> rows;
    private final Tuple tuple = Tuple.tuple();

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    /** The next parameter: that column of every row; values may be null. */
    @SuppressWarnings("unchecked")
    public <V> Columns<T> add(Class<V> type, Function<? super T, ? extends V> column) {
        var values = (V[]) Array.newInstance(type, rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        tuple.addValue(values);
        return this;
    }

    /** The next parameter: a column of instants. */
    public Columns<T> addInstant(Function<? super T, Instant> column) {
        return add(OffsetDateTime.class, row -> utc(column.apply(row)));
    }

    public Tuple tuple() {
        return tuple;
    }

    /** As the driver takes it; null stays null. */
    public static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** As the driver gives it; null stays null. */
    public static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
