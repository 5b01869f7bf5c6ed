package vn.motcua.dossier.staff;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import vn.motcua.dossier.staff.roster.Roster;

/**
 * The staff list in memory. Every few seconds one row is asked whether anything changed, and only then everything is read; a change made through this
 * instance is read before it is answered. With the database away the copy goes on answering until it is too old. Thread-safe.
 */
@ApplicationScoped
class StaffCopy {

    private static final Logger LOG = Logger.getLogger(StaffCopy.class);
    private static final int DAYS_LOOKED_BACK = 31;

    /** @param asOfNanos when the look at the database that it rests on began */
    private record Held(Roster roster, long version, long asOfNanos) {}

    private static final Held NOTHING = new Held(Roster.EMPTY, -1, 0);

    private final StaffStore store;
    private final BusinessDays days;
    private final StaffLimits limits;
    private final AtomicReference<Held> held = new AtomicReference<>(NOTHING);
    private volatile boolean failing;
    private volatile Cancellable polling;

    StaffCopy(StaffStore store, BusinessDays days, StaffLimits limits, MeterRegistry metrics) {
        this.store = store;
        this.days = days;
        this.limits = limits;
        Gauge.builder("motcua.staff.list.age", held, copy -> age(copy.get()).toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(metrics);
    }

    void begin(@Observes @Priority(1100) StartupEvent started) {
        polling = Multi.createFrom()
                .ticks()
                .every(limits.poll())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> look().onItemOrFailure().transform(this::told))
                .subscribe()
                .with(done -> {});
    }

    void end(@Observes ShutdownEvent stopped) {
        var running = polling;
        if (running != null) {
            running.cancel();
        }
    }

    /** The list, at most as old as allowed; fails only if the database must be asked and does not answer. */
    Uni<Roster> roster() {
        var copy = held.get();
        return isFresh(copy) ? Uni.createFrom().item(copy.roster()) : look();
    }

    /** The list if it is there without asking anybody. */
    Optional<Roster> atHand() {
        var copy = held.get();
        return isFresh(copy) ? Optional.of(copy.roster()) : Optional.empty();
    }

    /** Looks now. For whoever has changed something and is about to say so. */
    Uni<Roster> look() {
        return Uni.createFrom().deferred(() -> {
            var before = held.get();
            var asOf = System.nanoTime();
            return store.version()
                    .flatMap(version -> before.version() == version
                            ? Uni.createFrom().item(new Held(before.roster(), version, asOf))
                            : store.load(days.today().minusDays(DAYS_LOOKED_BACK))
                                    .map(loaded -> new Held(loaded.roster(), loaded.version(), asOf)))
                    // Of two looks at a time the one that began later holds, whichever ends first.
                    .map(now -> held.accumulateAndGet(now, StaffCopy::later).roster());
        });
    }

    private static Held later(Held one, Held other) {
        return one == NOTHING || other.asOfNanos() - one.asOfNanos() >= 0 ? other : one;
    }

    private boolean isFresh(Held copy) {
        return copy != NOTHING && age(copy).compareTo(limits.oldest()) <= 0;
    }

    private static Duration age(Held copy) {
        return copy == NOTHING ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - copy.asOfNanos());
    }

    /** Once per change, not once per look. */
    private Boolean told(Roster roster, Throwable failure) {
        if ((failure != null) != failing) {
            failing = failure != null;
            LOG.infof("staff list state=%s", failing ? "unreadable" : "readable");
        }
        return failing;
    }
}
