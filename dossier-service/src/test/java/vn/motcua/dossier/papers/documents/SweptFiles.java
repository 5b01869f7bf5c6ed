package vn.motcua.dossier.papers.documents;

import io.quarkus.arc.Arc;
import java.time.Duration;

/** The sweep of files that nothing refers to, once. */
public final class SweptFiles {

    private SweptFiles() {}

    public static void sweep() {
        Arc.container().instance(UploadSweep.class).get().sweep().await().atMost(Duration.ofSeconds(30));
    }
}
