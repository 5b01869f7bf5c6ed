package vn.motcua.dossier.catalogue;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import org.jboss.logging.Logger;

/**
 * Which catalogue holds on this instance. Whoever injects a {@link Catalogue} asks the one that holds now, each time anew: it is immutable, and a new
 * one takes its place as a whole. An answer is a look into memory in any case.
 */
@ApplicationScoped
class Catalogues {

    private static final Logger LOG = Logger.getLogger(Catalogues.class);

    private record Held(long edition, Catalogue catalogue) {}

    private final CatalogueLoader loader;
    private final CatalogueStore store;
    private final Instance<Catalogue> injected;
    private volatile Held held;

    Catalogues(CatalogueLoader loader, CatalogueStore store, Instance<Catalogue> injected) {
        this.loader = loader;
        this.store = store;
        this.injected = injected;
    }

    // At start, before the workers, which start at priorities from 1000 on; and again after each change.
    @Produces
    @ApplicationScoped
    @Startup(500)
    Catalogue current() {
        if (held == null) {
            long began = System.nanoTime();
            loader.bringAlong(CatalogueFiles.shipped());
            held = read();
            LOG.infof(
                    "catalogue entries=%d millis=%d",
                    held.catalogue().entries().size(), (System.nanoTime() - began) / 1_000_000);
        }
        return held.catalogue();
    }

    /** Takes over what the database holds if it changed; true if it did. One at a time. */
    synchronized boolean refresh() {
        if (held != null && held.edition() == store.edition()) {
            return false;
        }
        held = read();
        // Those who injected it hold a proxy, which gets the new one from current() when it is asked next.
        injected.destroy(injected.get());
        return true;
    }

    /** The edition first: what changes in between only makes the next look read once more. */
    private Held read() {
        long edition = store.edition();
        return new Held(edition, Catalogue.held(store.all()));
    }
}
