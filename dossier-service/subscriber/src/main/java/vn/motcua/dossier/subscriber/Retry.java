package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tries again, with growing pauses, what fails through no event's fault; meanwhile no offset is committed. */
@ApplicationScoped
class Retry {

    private static final Logger LOG = Logger.getLogger(Retry.class);

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Map<String, Long> quiet = new ConcurrentHashMap<>();
    private final InboxMetrics metrics;
    private final SubscriberConfig config;

    Retry(InboxMetrics metrics, SubscriberConfig config) {
        this.metrics = metrics;
        this.config = config;
    }

    /** Completes on the given executor; fails never. */
    <T> Uni<T> untilItWorks(Executor caller, String stream, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .runSubscriptionOn(caller)
                .onFailure()
                .invoke(fault -> {
                    metrics.retried(stream);
                    log(stream, fault);
                })
                .onFailure()
                .retry()
                .withBackOff(config.shortestPause(), config.longestPause())
                .withJitter(0.2)
                .indefinitely()
                .emitOn(caller);
    }

    // An outage of days is one line a minute, not one for each attempt.
    private void log(String stream, Throwable fault) {
        long now = System.nanoTime();
        var quietUntil = quiet.get(stream);
        if (quietUntil == null || now - quietUntil > 0) {
            quiet.put(stream, now + QUIET.toNanos());
            LOG.warnf("stream=%s retry=\"%s\"", stream, ParkingReason.of(fault));
        }
    }

    // Pauses end on a thread of their own; the database client and the channel want the context they were called on.
    static Executor on(Context context) {
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }
}
