package vn.motcua.dossier.papers.documents;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import vn.motcua.dossier.papers.store.ObjectKey;
import vn.motcua.dossier.papers.store.ObjectStore;

/** Deletes uploads whose time is over, and objects that nothing refers to any more. Any number of instances may do it. */
@ApplicationScoped
class UploadSweep {

    private static final Logger LOG = Logger.getLogger(UploadSweep.class);
    private static final int MOST = 500;

    private final UploadStore uploads;
    private final ObjectStore objects;
    private final DocumentMetrics metrics;
    private final Clock clock;

    UploadSweep(UploadStore uploads, ObjectStore objects, DocumentMetrics metrics, Clock clock) {
        this.uploads = uploads;
        this.objects = objects;
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
                        .transformToUniAndConcatenate(sha256 -> uploads.remove(sha256, () -> delete(sha256)))
                        .collect()
                        .last()
                        .replaceWithVoid())
                .onFailure()
                .recoverWithItem(away -> {
                    LOG.warnf("unused files not swept: %s", away.toString());
                    return null;
                });
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
