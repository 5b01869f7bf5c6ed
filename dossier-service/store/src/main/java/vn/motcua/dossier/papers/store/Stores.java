package vn.motcua.dossier.papers.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Builds the store that the settings name, and the spool beside it. */
@ApplicationScoped
class Stores {

    private static final Logger LOG = Logger.getLogger(Stores.class);

    @Produces
    @Singleton
    ObjectStore store(StoreSettings settings) {
        return switch (settings.kind()) {
            case FOLDER -> new FolderStore(settings.folder().resolve("objects"));
            case S3 ->
                new S3Store(
                        S3Clients.of(settings.s3()),
                        settings.s3()
                                .bucket()
                                .orElseThrow(
                                        () -> new IllegalStateException(
                                                "motcua.store.s3.bucket is missing: name the bucket or set motcua.store.kind=FOLDER")));
        };
    }

    void close(@Disposes ObjectStore store) {
        if (store instanceof S3Store s3) {
            s3.close();
        }
    }

    @Produces
    @Singleton
    Spool spool(StoreSettings settings) throws IOException {
        Spool spool = new Spool(settings.folder().resolve("arriving"));
        int swept = spool.sweep(settings.leftBehindAfter());
        if (swept > 0) {
            LOG.infof("files=%d left behind in the spool were deleted", swept);
        }
        return spool;
    }
}
