package vn.motcua.dossier.papers.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds the store that the settings name, and the spool beside it. */
@ApplicationScoped
class Stores {

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
    Spool spool(StoreSettings settings) {
        return new Spool(settings.folder().resolve("arriving"));
    }
}
