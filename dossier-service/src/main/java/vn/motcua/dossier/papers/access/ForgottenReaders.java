package vn.motcua.dossier.papers.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.archiving.Forgetting;

/** Who opened what stays when a dossier is destroyed, but for the applicant's own account and address. */
@ApplicationScoped
class ForgottenReaders implements Forgetting {

    @Override
    public Uni<List<String>> forget(SqlConnection tx, UUID dossier, Instant at) {
        return ReadingStore.forget(tx, dossier).replaceWith(List.<String>of());
    }
}
