package vn.motcua.dossier.feedback;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.dossier.feedback.course.Attempt;
import vn.motcua.dossier.relay.EventRelay;

/**
 * Says what is overdue: what is due was written with the step that made it due, this only reads it. Each is said once, whatever the number of instances,
 * since the sequence decides; after a stop of the service it is said late, with the time at which it was due.
 */
@ApplicationScoped
class FeedbackWaker {

    private static final Logger LOG = Logger.getLogger(FeedbackWaker.class);
    private static final int PAGE = 200;
    private static final int AT_ONCE = 8;

    private final FeedbackStore store;
    private final EventRelay relay;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final String source;
    private volatile boolean stopping;

    FeedbackWaker(
            FeedbackStore store,
            EventRelay relay,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.store = store;
        this.relay = relay;
        this.clock = clock;
        this.metrics = metrics;
        this.source = source;
    }

    /** Everything that is overdue now, in the order in which it became due. */
    @Scheduled(every = "{motcua.timers.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        if (stopping) {
            return Uni.createFrom().voidItem();
        }
        return page(FeedbackPlaces.BEFORE_ALL, clock.instant()).onFailure().recoverWithItem(away -> {
            // A sweep under way loses its connections when the service stops: the next start catches up.
            if (!stopping) {
                LOG.warnf("feedback timers not swept: %s", away.toString());
            }
            return null;
        });
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    private Uni<Void> page(FeedbackStore.Place after, Instant now) {
        return store.waking(now, after, PAGE)
                .chain(found -> all(found, now)
                        .chain(() -> found.size() < PAGE
                                ? Uni.createFrom().voidItem()
                                : page(found.get(found.size() - 1), now)));
    }

    private Uni<Void> all(List<FeedbackStore.Place> found, Instant now) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUni(one -> ring(one.id(), now))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> ring(UUID id, Instant now) {
        return store.load(id, null)
                .chain(found -> found.map(kept -> ring(kept, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("feedback=%s could not be woken: %s", id, failure.toString());
                    return null;
                });
    }

    /** Barred where somebody was quicker: then nothing is due any more. */
    private Uni<Void> ring(Kept kept, Instant now) {
        return kept.feedback()
                .ring(now)
                .fold(done -> save(kept, done), barred -> Uni.createFrom().voidItem());
    }

    private Uni<Void> save(Kept kept, Attempt.Done done) {
        return store.step(FeedbackWrite.of(kept, done, kept.words(), true, Provenance.OF_THE_CLOCK, source))
                .invoke(saved -> {
                    if (saved) {
                        relay.wake();
                        metrics.counter("motcua_timers_rung_total", "fact", "FeedbackOverdue")
                                .increment();
                    }
                })
                .replaceWithVoid();
    }
}
