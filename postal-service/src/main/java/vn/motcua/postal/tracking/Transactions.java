package vn.motcua.postal.tracking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import vn.motcua.dossier.relay.EventRelay;

/** Writes: all or nothing, then the relay is woken. */
@ApplicationScoped
public class Transactions {

    private final Pool pool;
    private final EventRelay relay;

    Transactions(Pool pool, EventRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /** Runs the work in one transaction. A caller who goes away does not cut it in the middle. */
    public <T> Uni<T> write(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).invoke(relay::wake).memoize().indefinitely();
    }
}
