package vn.motcua.dossier.casework;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.motcua.dossier.casework.WakeStore.Due;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.relay.EventRelay;

/**
 * Takes the steps that nobody takes: what is due was written with the step that made it due, this only reads it. Each happens once, whatever the
 * number of instances, since the dossier's sequence decides; after a stop of the service it happens late, with the time at which it was due. A
 * dossier that cannot be woken (a calendar that is not published) is passed over and tried again with the next sweep.
 */
@ApplicationScoped
class Waker {

    private static final Logger LOG = Logger.getLogger(Waker.class);

    /** Dossiers read together. */
    private static final int PAGE = 200;

    /** Dossiers woken at a time. */
    private static final int AT_ONCE = 16;

    private final WakeStore due;
    private final CaseStore cases;
    private final Dates dates;
    private final EventRelay relay;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final String source;
    private final AtomicLong failing = new AtomicLong();
    private volatile boolean stopping;

    Waker(
            WakeStore due,
            CaseStore cases,
            Dates dates,
            EventRelay relay,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.due = due;
        this.cases = cases;
        this.dates = dates;
        this.relay = relay;
        this.clock = clock;
        this.metrics = metrics;
        this.source = source;
        metrics.gauge("motcua_timers_failing", failing);
    }

    /** Everything that is due now, in the order in which it became due. */
    @Scheduled(every = "{motcua.timers.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        if (stopping) {
            return Uni.createFrom().voidItem();
        }
        var now = clock.instant();
        failing.set(0);
        return page(Due.BEGINNING, now).onFailure().recoverWithItem(away -> {
            // A sweep under way loses its connections when the service stops: the next start catches up.
            if (!stopping) {
                LOG.warnf("timers not swept: %s", away.toString());
            }
            return null;
        });
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    private Uni<Void> page(Due after, Instant now) {
        return due.until(now, after, PAGE)
                .chain(found -> all(found, now)
                        .chain(() -> found.size() < PAGE
                                ? Uni.createFrom().voidItem()
                                : page(found.get(found.size() - 1), now)));
    }

    private Uni<Void> all(List<Due> found, Instant now) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUni(one -> wake(one, now))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Rings until nothing is due on this dossier; somebody who was quicker has taken care of it, or the next sweep will. */
    private Uni<Void> wake(Due one, Instant now) {
        return Uni.createFrom()
                .deferred(() -> cases.load(one.dossier(), null))
                .chain(found -> found.flatMap(kept -> kept.dossier()
                                .timekeeping()
                                .ring(dates.ofAgencies(), now)
                                .map(attempt -> ring(kept, attempt)))
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .chain(rung -> rung ? wake(one, now) : Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithItem(failure -> {
                    // One line for all of a sweep: the same calendar is missing for each of them.
                    if (failing.getAndIncrement() == 0 && !stopping) {
                        LOG.warnf("dossier=%s could not be woken: %s", one.dossier(), failure.toString());
                    }
                    return null;
                });
    }

    private Uni<Boolean> ring(Kept kept, Attempt attempt) {
        return attempt.fold(
                done -> cases.step(StepWrite.ofTheClock(
                                kept,
                                done,
                                new Provenance(null, null, null, null, null, null),
                                source,
                                dates.rules(kept.dossier().matter())))
                        .invoke(saved -> {
                            if (saved) {
                                relay.wake();
                                count(done);
                            }
                        }),
                barred -> Uni.createFrom().failure(new IllegalStateException("barred: " + barred.reason())));
    }

    private void count(Attempt.Done done) {
        var kind = done.fact().getClass().getSimpleName();
        metrics.counter("motcua_timers_rung_total", "fact", kind).increment();
        var late = Duration.between(done.fact().at(), clock.instant());
        metrics.timer("motcua_timers_lateness").record(late.isNegative() ? Duration.ZERO : late);
    }
}
