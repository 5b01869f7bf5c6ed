package vn.motcua.postal.ordering;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.postal.returns.PostalReturn;
import vn.motcua.postal.tracking.Journey;
import vn.motcua.postal.tracking.ParcelStore;

/** Stops parcels that nobody wants any more, as long as they lie at the agency. */
@ApplicationScoped
public class Cancellation {

    private final ParcelStore parcels;
    private final OrderStore ledger;

    Cancellation(ParcelStore parcels, OrderStore ledger) {
        this.parcels = parcels;
        this.ledger = ledger;
    }

    /**
     * Cancels parcels that the caller has locked, and has their orders taken back at the carrier. What is handed over already goes on.
     *
     * @param since when that became true
     * @return ids of the parcels that were cancelled
     */
    public Uni<List<UUID>> cancel(SqlConnection tx, List<Journey> journeys, Function<Journey, Instant> since) {
        var cancelled = new ArrayList<UUID>();
        for (var journey : journeys) {
            journey.step(PostalReturn::cancelled, since.apply(journey), null)
                    .fold(done -> cancelled.add(done.after().id()), barred -> false);
        }
        if (cancelled.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return parcels.save(tx, journeys)
                .flatMap(saved -> ledger.requestCancellation(tx, cancelled))
                .replaceWith(cancelled);
    }
}
