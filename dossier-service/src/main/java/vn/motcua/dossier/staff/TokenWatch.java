package vn.motcua.dossier.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Role;
import vn.motcua.dossier.staff.roster.Contradiction;
import vn.motcua.dossier.staff.roster.StaffRole;

/**
 * Compares the tokens of passing requests with the staff list: each account once a minute, in memory. What contradicts is counted and noted after the
 * request went on; nobody waits for that, and when too much is being noted, the rest is noted when the account comes by again. Thread-safe.
 */
@ApplicationScoped
class TokenWatch {

    private static final Logger LOG = Logger.getLogger(TokenWatch.class);
    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int MOST_ACCOUNTS = 20_000;
    private static final int MOST_AT_ONCE = 4;

    private final StaffCopy copy;
    private final ContradictionStore store;
    private final BusinessDays days;
    private final MeterRegistry metrics;
    private final Cache<String, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(MOST_ACCOUNTS)
            .expireAfterWrite(ONCE_IN)
            .build();
    private final Semaphore noting = new Semaphore(MOST_AT_ONCE);

    TokenWatch(StaffCopy copy, ContradictionStore store, BusinessDays days, MeterRegistry metrics) {
        this.copy = copy;
        this.store = store;
        this.days = days;
        this.metrics = metrics;
    }

    /** Takes a caller who has been let in. Returns at once and never fails. */
    void see(Caller caller) {
        var roles = roles(caller);
        if (roles.isEmpty() || lately.asMap().putIfAbsent(caller.subject(), true) != null) {
            return;
        }
        copy.atHand()
                .ifPresentOrElse(
                        roster -> note(
                                caller.subject(),
                                roster.contradictions(caller.subject(), caller.agency(), roles, days.today())),
                        () -> lately.invalidate(caller.subject()));
    }

    private void note(String account, List<Contradiction> found) {
        if (found.isEmpty()) {
            return;
        }
        if (!noting.tryAcquire()) {
            lately.invalidate(account);
            return;
        }
        found.forEach(one -> metrics.counter(
                        "motcua_staff_contradictions_total",
                        "kind",
                        one.kind().name().toLowerCase(Locale.ROOT))
                .increment());
        store.seen(account, found, days.instant())
                .onTermination()
                .invoke(noting::release)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "a contradiction was not noted: cause=%s",
                                failure.getClass().getName()));
    }

    private static Set<StaffRole> roles(Caller caller) {
        return StaffRole.among(caller.roles().stream().map(Role::claim).collect(Collectors.toSet()));
    }
}
