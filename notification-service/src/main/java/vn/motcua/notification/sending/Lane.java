package vn.motcua.notification.sending;

import io.github.bucket4j.Bucket;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import vn.motcua.notification.notices.Answer;
import vn.motcua.notification.notices.Backoff;
import vn.motcua.notification.notices.Caution;
import vn.motcua.notification.notices.Settlement;

/**
 * Sends what is due on one channel, as fast as its limits allow. Leasing is committed before a provider is called; the outcome is written after, and
 * tried again as long as the lease lasts. Any thread may wake it, and waking costs nothing while it runs.
 */
final class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Gateway gateway;
    private final Ledger ledger;
    private final SendingConfig config;
    private final SendingMetrics metrics;
    private final Backoff backoff;
    private final Semaphore slots;
    private final Bucket rate;
    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicReference<Caution> caution = new AtomicReference<>(Caution.NONE);
    private volatile long pausedUntilNanos = System.nanoTime();
    private volatile boolean stopped;

    Lane(Gateway gateway, Ledger ledger, SendingConfig config, SendingMetrics metrics) {
        this.gateway = gateway;
        this.ledger = ledger;
        this.config = config;
        this.metrics = metrics;
        this.backoff = new Backoff(config.backoff(), config.mostTries());
        this.slots = new Semaphore(config.concurrency());
        this.rate = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(config.perSecond()).refillGreedy(config.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /** There may be something to send. */
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            round();
        }
    }

    /** Begins nothing new; waits for what is under way. False when it did not end in time: its leases will run out. */
    boolean stop(Duration patience) throws InterruptedException {
        stopped = true;
        return slots.tryAcquire(config.concurrency(), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        int seen = wakes.get();
        Uni.createFrom()
                .deferred(this::begin)
                .onFailure()
                .invoke(fault -> LOG.debugf("channel=%s lease=\"%s\"", gateway.channel(), fault.getClass()))
                .onFailure()
                .recoverWithNull()
                .subscribe()
                .with(done -> {
                    if (!wakes.compareAndSet(seen, 0)) {
                        round();
                    }
                });
    }

    private Uni<Void> begin() {
        int room = takeSlots();
        if (room == 0) {
            return Uni.createFrom().voidItem();
        }
        int allowed = (int) rate.tryConsumeAsMuchAsPossible(room);
        slots.release(room - allowed);
        if (allowed == 0) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> ledger.lease(gateway.channel(), allowed))
                .onFailure()
                .invoke(() -> giveBack(allowed))
                .invoke(leased -> {
                    giveBack(allowed - leased.size());
                    leased.forEach(this::send);
                    if (leased.size() == allowed) {
                        wakes.incrementAndGet();
                    }
                })
                .replaceWithVoid();
    }

    private int takeSlots() {
        if (stopped || System.nanoTime() - pausedUntilNanos < 0) {
            return 0;
        }
        int free = slots.drainPermits();
        int busy = config.concurrency() - free;
        int room = Math.max(0, Math.min(free, caution.get().most(config.concurrency()) - busy));
        slots.release(free - room);
        return room;
    }

    private void giveBack(int unused) {
        slots.release(unused);
        if (unused > 0) {
            rate.addTokens(unused);
        }
    }

    private void send(Outgoing notice) {
        long began = System.nanoTime();
        Uni.createFrom()
                .deferred(() -> gateway.send(notice))
                .onFailure()
                .recoverWithItem(fault -> {
                    LOG.errorf(
                            "notice=%s unexpected=\"%s\"",
                            notice.id(), fault.getClass().getName());
                    return new Answer.InDoubt("UNEXPECTED");
                })
                .invoke(answer -> {
                    metrics.answered(gateway.channel(), answer, System.nanoTime() - began);
                    beCareful(answer);
                })
                .chain(answer -> settle(notice, Settlement.of(answer, notice.failures(), backoff)))
                .onFailure()
                .invoke(fault -> LOG.warnf(
                        "notice=%s attempt=%d outcome not written: it will be in doubt", notice.id(), notice.attempt()))
                .onFailure()
                .recoverWithNull()
                .subscribe()
                .with(settled -> {
                    slots.release();
                    wake();
                });
    }

    private Uni<Void> settle(Outgoing notice, Settlement settlement) {
        return Uni.createFrom()
                .deferred(() -> ledger.settle(notice, settlement))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(config.lease().toMillis())
                .invoke(written -> {
                    if (written) {
                        metrics.settled(notice, settlement);
                    }
                })
                .replaceWithVoid();
    }

    private void beCareful(Answer answer) {
        var now = caution.updateAndGet(before -> before.after(answer, config.doubtPause(), config.longestDoubtPause()));
        if (now.doubts() > 0) {
            pausedUntilNanos = System.nanoTime() + now.pause().toNanos();
        }
    }
}
