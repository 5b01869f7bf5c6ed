package vn.motcua.notification.sending;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Keeps the lanes going: woken when something was planned, and once a second for what a restart, another instance or a pause left behind. Several
 * instances share the work.
 */
@ApplicationScoped
public class NoticeSender {

    private static final Logger LOG = Logger.getLogger(NoticeSender.class);

    private final List<Lane> lanes;
    private final Ledger ledger;
    private final DoubtResolver doubts;
    private final SendingMetrics metrics;
    private final SendingConfig config;
    private volatile boolean stopped;

    NoticeSender(
            @All List<Gateway> gateways,
            Ledger ledger,
            DoubtResolver doubts,
            SendingMetrics metrics,
            SendingConfig config) {
        this.lanes = gateways.stream()
                .map(gateway -> new Lane(gateway, ledger, config, metrics))
                .toList();
        this.ledger = ledger;
        this.doubts = doubts;
        this.metrics = metrics;
        this.config = config;
    }

    /** Something may have been planned. Cheap, from any thread. */
    public void wake() {
        if (config.enabled() && !stopped) {
            lanes.forEach(Lane::wake);
        }
    }

    void start(@Observes StartupEvent started, SmsConfig sms, MailConfig mail) {
        var longest = sms.timeout().compareTo(mail.timeout()) > 0 ? sms.timeout() : mail.timeout();
        if (config.lease().compareTo(longest.multipliedBy(2)) <= 0) {
            throw new IllegalStateException("motcua.sending.lease must be more than twice the longest timeout of a"
                    + " gateway (" + longest + "): otherwise messages under way would be taken for lost");
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        for (var lane : lanes) {
            if (!lane.stop(config.shutdown())) {
                LOG.warn("messages are still under way: they will be in doubt");
            }
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        if (stopped) {
            return Uni.createFrom().voidItem();
        }
        return ledger.expire()
                .invoke(lost -> {
                    if (lost > 0) {
                        LOG.warnf("in-doubt=%d reason=lease-expired", lost);
                    }
                })
                .invoke(this::wake)
                .chain(ledger::levels)
                .invoke(metrics::show)
                .replaceWithVoid()
                .onFailure()
                .invoke(fault -> LOG.debugf("sweep=\"%s\"", fault.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    /** Apart from the sweep: a gateway that does not answer must not hold up leases. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> ask() {
        if (stopped || !config.enabled()) {
            return Uni.createFrom().voidItem();
        }
        return doubts.resolve()
                .invoke(this::wake)
                .onFailure()
                .invoke(fault -> LOG.debugf("ask=\"%s\"", fault.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }
}
