package vn.motcua.dossier.catalogue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Notices what another instance published, by reading one row again and again. With the database away, what was known goes on holding. */
@ApplicationScoped
class CatalogueWatch {

    private static final Logger LOG = Logger.getLogger(CatalogueWatch.class);

    private final Catalogues catalogues;
    private final CataloguePublisher publisher;
    private final CatalogueLimits limits;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "catalogue-watch");
        thread.setDaemon(true);
        return thread;
    });
    private boolean away;

    CatalogueWatch(Catalogues catalogues, CataloguePublisher publisher, CatalogueLimits limits) {
        this.catalogues = catalogues;
        this.publisher = publisher;
        this.limits = limits;
    }

    void begin(@Observes @Priority(1200) StartupEvent started) {
        long millis = limits.refresh().toMillis();
        timer.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    private void look() {
        try {
            if (catalogues.refresh()) {
                LOG.info("catalogue changed=true");
                // Whoever changed it may have died before it told the topic.
                publisher.wake();
            }
            away = false;
        } catch (RuntimeException failed) {
            if (!away) {
                LOG.warnf("catalogue changed=unknown cause=%s", failed.getMessage());
            }
            away = true;
        }
    }
}
