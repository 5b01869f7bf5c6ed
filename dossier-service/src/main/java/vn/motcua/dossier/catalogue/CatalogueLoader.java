package vn.motcua.dossier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import vn.motcua.dossier.events.CatalogueEntry;

/**
 * Loads the data files at start: they go into the database if they are newer than what it holds; then the database is what holds.
 * Files that contradict one another stop the start before anything is loaded; files that contradict what an administrator published do not: his word
 * stands, and each difference is logged once, by the instance that loads the file or finds what an earlier build left behind.
 */
@ApplicationScoped
class CatalogueLoader {

    private static final Logger LOG = Logger.getLogger(CatalogueLoader.class);

    private final CatalogueStore store;

    CatalogueLoader(CatalogueStore store) {
        this.store = store;
    }

    /** What the files bring along goes into the database. @throws InvalidCatalogue before anything is loaded */
    void bringAlong(List<CatalogueFile> files) {
        // What the database has already was judged when it came and is judged again with everything else.
        if (files.stream().anyMatch(store::lacks)) {
            List<CatalogueEntry> shipped = new ArrayList<>();
            files.forEach(file -> shipped.addAll(file.entries()));
            CatalogueRules.check("the data files of this build", shipped);
        }
        var loaded = store.load(files);
        for (CatalogueFile file : files) {
            LOG.infof(
                    "catalogue file=%s version=%d outcome=%s",
                    file.name(), file.version(), loaded.files().get(file.name()));
        }
        loaded.found()
                .forEach(one -> LOG.warnf(
                        "catalogue file=%s version=%d left=%s/%s/%d fields=%s",
                        one.file(), one.fileVersion(), one.kind(), one.code(), one.version(), one.fields()));
    }
}
