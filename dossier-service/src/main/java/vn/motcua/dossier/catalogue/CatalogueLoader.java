package vn.motcua.dossier.catalogue;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import vn.motcua.dossier.events.CatalogueEntry;

/**
 * Makes the catalogue once, at start: this build's files go into the database if they are newer than what it holds, then the database is what holds.
 * A catalogue that contradicts itself stops the start before anything is loaded.
 */
@ApplicationScoped
class CatalogueLoader {

    private static final Logger LOG = Logger.getLogger(CatalogueLoader.class);

    private final CatalogueStore store;

    CatalogueLoader(CatalogueStore store) {
        this.store = store;
    }

    // Before the workers, which start at priorities from 1000 on.
    @Produces
    @ApplicationScoped
    @Startup(500)
    Catalogue catalogue() {
        return load(CatalogueFiles.shipped());
    }

    Catalogue load(List<CatalogueFile> files) {
        List<CatalogueEntry> shipped = new ArrayList<>();
        files.forEach(file -> shipped.addAll(file.entries()));
        CatalogueRules.check("the data files of this build", shipped);
        for (CatalogueFile file : files) {
            CatalogueStore.Loading loading = store.load(file);
            LOG.infof("catalogue file=%s version=%d outcome=%s", file.name(), file.version(), loading);
        }
        return Catalogue.of(store.all());
    }
}
