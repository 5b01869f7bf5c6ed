package vn.motcua.dossier.papers.documents;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import vn.motcua.dossier.papers.store.ObjectKey;
import vn.motcua.dossier.papers.store.ObjectStore;
import vn.motcua.dossier.papers.store.Spool;
import vn.motcua.dossier.papers.store.StoreSettings;

/** Deletes uploads whose time is over, objects that nothing refers to any more, and what never arrived whole. Any number of instances may do it. */
@ApplicationScoped
class UploadSweep {

    private static final Logger LOG = Logger.getLogger(UploadSweep.class);
    private static final int MOST = 500;
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private final UploadStore uploads;
    private final ObjectStore objects;
    private final Spool spool;
    private final StoreSettings settings;
    private final DocumentMetrics metrics;
    private final Clock clock;

    UploadSweep(
            UploadStore uploads,
            ObjectStore objects,
            Spool spool,
            StoreSettings settings,
            DocumentMetrics metrics,
            Clock clock) {
        this.uploads = uploads;
        this.objects = objects;
        this.spool = spool;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** At most {@value #MOST} of each at a time; the next time goes on. */
    @Scheduled(every = "{motcua.documents.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return uploads.expire(clock.instant(), MOST)
                .invoke(metrics::swept)
                .chain(() -> uploads.removals(clock.instant(), MOST))
                .chain(marked -> Multi.createFrom()
                        .iterable(marked)
                        .onItem()
                        .transformToUniAndConcatenate(this::remove)
                        .collect()
                        .last()
                        .replaceWithVoid())
                .onFailure()
                .recoverWithItem(away -> {
                    LOG.warnf("unused files not swept: %s", away.toString());
                    return null;
                });
    }

    /** One that cannot be deleted holds up no other, and is tried again later. */
    private Uni<Void> remove(String sha256) {
        return uploads.remove(sha256, () -> delete(sha256))
                .replaceWithVoid()
                .onFailure()
                .call(kept -> uploads.postpone(sha256, clock.instant().plus(AGAIN_AFTER)))
                .onFailure()
                .recoverWithItem(kept -> {
                    LOG.warnf("an unused file is kept for now: object=%s %s", sha256, kept.toString());
                    return null;
                });
    }

    /** What a process that was killed left where streams arrive. */
    @Blocking
    @Scheduled(every = "{motcua.documents.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweepArrivals() {
        try {
            var swept = spool.sweep(settings.leftBehindAfter());
            if (swept > 0) {
                LOG.infof("files=%d left behind in the spool were deleted", swept);
            }
        } catch (IOException diskAway) {
            LOG.warnf("the spool was not swept: %s", diskAway.toString());
        }
    }

    private Uni<Void> delete(String sha256) {
        return Uni.createFrom()
                .<Void>item(Unchecked.supplier(() -> {
                    objects.delete(ObjectKey.parse(sha256));
                    return null;
                }))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
