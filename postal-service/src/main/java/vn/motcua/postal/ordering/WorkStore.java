package vn.motcua.postal.ordering;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Counts what waits. Each count is one scan of a small partial index. */
@ApplicationScoped
class WorkStore {

    private static final String ORDERS = """
            select state, count(*) as orders, coalesce(extract(epoch from clock_timestamp() - min(planned_at)), 0)::bigint as age
            from carrier_order where state in ('PLANNED', 'SENDING', 'IN_DOUBT', 'FAILED') group by state""";
    private static final String OTHERS = """
            select (select count(*) from manifest where state = 'OPEN') as manifests,
                   (select count(*) from carrier_report where effect is null) as reports""";

    private final Pool pool;

    WorkStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Orders of one state.
     *
     * @param number how many
     * @param oldestAgeSeconds since the oldest was planned, real time
     */
    record Orders(long number, long oldestAgeSeconds) {}

    /** What else waits: manifests that are open, reports of parcels unknown or not handed over. */
    record Others(long manifestsOpen, long reportsWaiting) {}

    /** Orders not at the carrier, by state; a state without any is left out. */
    Uni<Map<OrderState, Orders>> orders() {
        return pool.preparedQuery(ORDERS).execute().map(rows -> {
            var orders = new EnumMap<OrderState, Orders>(OrderState.class);
            rows.forEach(row -> orders.put(
                    OrderState.valueOf(row.getString("state")), new Orders(row.getLong("orders"), row.getLong("age"))));
            return orders;
        });
    }

    Uni<Others> others() {
        return pool.preparedQuery(OTHERS).execute().map(rows -> {
            var row = rows.iterator().next();
            return new Others(row.getLong("manifests"), row.getLong("reports"));
        });
    }
}
