package vn.motcua.dossier.archiving;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who keeps something of a dossier beside its facts: a bean of this type is told when the dossier is destroyed. */
public interface Forgetting {

    /**
     * Takes away all there is of it, in this transaction; what lies elsewhere is marked to go after the commit. Again is the same.
     *
     * @return {@code sha256:…} of the files that the dossier had there
     */
    Uni<List<String>> forget(SqlConnection tx, UUID dossier, Instant at);
}
