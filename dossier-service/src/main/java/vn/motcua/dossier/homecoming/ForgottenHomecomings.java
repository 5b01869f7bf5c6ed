package vn.motcua.dossier.homecoming;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.archiving.Forgetting;

/** Work that a parcel left goes with its dossier: who settled it and what they noted. */
@ApplicationScoped
class ForgottenHomecomings implements Forgetting {

    @Override
    public Uni<List<String>> forget(SqlConnection tx, UUID dossier, Instant at) {
        return HomecomingWorkStore.forget(tx, dossier).replaceWith(List.of());
    }
}
