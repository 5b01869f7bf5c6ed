package vn.motcua.dossier.feedback;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import org.jboss.logging.Logger;

/**
 * Takes the words of feedback away when their time is over, and who wrote and handled them: counted in whole years from the end of the one in which it was
 * answered in public or refused. What is still open is kept. Any number of instances may do it.
 */
// At start: a term that is none is told then.
@Startup
@ApplicationScoped
class FeedbackErasure {

    private static final Logger LOG = Logger.getLogger(FeedbackErasure.class);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int MOST = 500;

    private final FeedbackErasureStore store;
    private final int years;
    private final Clock clock;
    private final Counter erased;

    FeedbackErasure(FeedbackErasureStore store, FeedbackKeeping keeping, Clock clock, MeterRegistry metrics) {
        if (keeping.keptYears() < 1) {
            throw new IllegalStateException(
                    "motcua.feedback.kept-years=" + keeping.keptYears() + ": it is kept for one year at least");
        }
        this.store = store;
        this.years = keeping.keptYears();
        this.clock = clock;
        this.erased = Counter.builder("motcua.feedback.erased").register(metrics);
    }

    /** At most {@value #MOST} at a time; the next time goes on. */
    @Scheduled(every = "{motcua.feedback.erase-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        var now = clock.instant();
        var before = now.atZone(VIETNAM)
                .toLocalDate()
                .withDayOfYear(1)
                .minusYears(years)
                .atStartOfDay(VIETNAM)
                .toInstant();
        return store.erase(before, now, MOST)
                .invoke(gone -> {
                    erased.increment(gone);
                    if (gone > 0) {
                        LOG.infof("feedback erased count=%d closed before=%s", gone, before);
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(away -> {
                    LOG.warnf("feedback not erased: %s", away.toString());
                    return null;
                });
    }
}
