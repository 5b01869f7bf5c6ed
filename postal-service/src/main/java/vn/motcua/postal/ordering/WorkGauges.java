package vn.motcua.postal.ordering;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import vn.motcua.postal.tracking.Outage;

/**
 * What waits: {@code motcua_postal_orders{state}} not yet at the carrier, {@code motcua_postal_order_oldest_age_seconds},
 * {@code motcua_postal_manifests_open}, {@code motcua_postal_reports_waiting}. At most ten seconds old.
 */
@ApplicationScoped
class WorkGauges {

    private static final WorkStore.Orders NONE = new WorkStore.Orders(0, 0);

    private final WorkStore store;
    private final Map<OrderState, AtomicLong> orders = new EnumMap<>(OrderState.class);
    private final AtomicLong oldest = new AtomicLong();
    private final AtomicLong manifests = new AtomicLong();
    private final AtomicLong reports = new AtomicLong();
    private final Outage outage = new Outage(Logger.getLogger(WorkGauges.class), "gauges");

    WorkGauges(WorkStore store, MeterRegistry metrics) {
        this.store = store;
        for (var state :
                new OrderState[] {OrderState.PLANNED, OrderState.SENDING, OrderState.IN_DOUBT, OrderState.FAILED}) {
            orders.put(state, metrics.gauge("motcua_postal_orders", Tags.of("state", state.name()), new AtomicLong()));
        }
        metrics.gauge("motcua_postal_order_oldest_age_seconds", oldest);
        metrics.gauge("motcua_postal_manifests_open", manifests);
        metrics.gauge("motcua_postal_reports_waiting", reports);
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return store.orders()
                .invoke(found -> {
                    orders.forEach((state, number) ->
                            number.set(found.getOrDefault(state, NONE).number()));
                    oldest.set(found.values().stream()
                            .mapToLong(WorkStore.Orders::oldestAgeSeconds)
                            .max()
                            .orElse(0));
                })
                .flatMap(done -> store.others())
                .invoke(others -> {
                    manifests.set(others.manifestsOpen());
                    reports.set(others.reportsWaiting());
                })
                .onItemOrFailure()
                .transform((done, fault) -> outage.seen(fault));
    }
}
