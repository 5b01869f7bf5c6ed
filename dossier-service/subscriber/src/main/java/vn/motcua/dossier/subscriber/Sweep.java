package vn.motcua.dossier.subscriber;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Tries subjects again that wait for something which was not here yet, carries on with long queues, and keeps the gauges. */
@ApplicationScoped
class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    /** Subjects tried again in one transaction. */
    private static final int PAGE = 100;

    private static final Duration FORGET = Duration.ofHours(1);

    private final Vertx vertx;
    private final Subscriptions subscriptions;
    private final WaitingStore waiting;
    private final Applier applier;
    private final InboxMetrics metrics;
    private final SubscriberConfig config;
    private volatile boolean stopped;
    private volatile long forgetting;

    Sweep(
            Vertx vertx,
            Subscriptions subscriptions,
            WaitingStore waiting,
            Applier applier,
            InboxMetrics metrics,
            SubscriberConfig config) {
        this.vertx = vertx;
        this.subscriptions = subscriptions;
        this.waiting = waiting;
        this.applier = applier;
        this.metrics = metrics;
        this.config = config;
    }

    void start(@Observes @Priority(1100) StartupEvent started) {
        StatedLimits.check(config);
        subscriptions.check();
        subscriptions.all().forEach(each -> metrics.show(each.name()));
        again();
        forgetting = vertx.setPeriodic(FORGET.toMillis(), fired -> forget());
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        vertx.cancelTimer(forgetting);
    }

    /** What was missing may be here now: everything that waits for something is due at once. */
    Uni<Void> wake() {
        return waiting.makeDue();
    }

    private void again() {
        if (!stopped) {
            vertx.setTimer(
                    config.sweep().toMillis(),
                    fired -> sweep().subscribe().with(done -> again(), fault -> {
                        LOG.debugf("sweep=\"%s\"", ParkingReason.of(fault));
                        again();
                    }));
        }
    }

    private Uni<Void> sweep() {
        return Multi.createFrom()
                .iterable(subscriptions.all().toList())
                .onItem()
                .transformToUniAndConcatenate(this::sweep)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> sweep(Subscription subscription) {
        var stream = subscription.name();
        return Uni.createFrom()
                .deferred(() -> waiting.due(stream, PAGE).call(due -> retry(subscription, due)))
                .repeat()
                .whilst(due -> due.size() == PAGE && !stopped)
                .collect()
                .last()
                .chain(() -> waiting.levels(stream))
                .invoke(levels -> {
                    metrics.waiting(stream, levels.waiting());
                    metrics.parked(stream, levels.parked());
                })
                .replaceWithVoid();
    }

    private void forget() {
        waiting.forget(config.undecodableKept())
                .subscribe()
                .with(done -> {}, fault -> LOG.debugf("forget=\"%s\"", ParkingReason.of(fault)));
    }

    private Uni<Void> retry(Subscription subscription, List<Subject> due) {
        return applier.apply(subscription, due.stream().map(Errand::retry).toList())
                .invoke(tally -> metrics.count(subscription.name(), tally))
                .replaceWithVoid();
    }
}
