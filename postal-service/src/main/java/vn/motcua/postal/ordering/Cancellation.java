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

/** Stops parcels as long as they lie at the agency. What the carrier has goes on, and is put on the clerks' list. */
@ApplicationScoped
public class Cancellation {

    /** Nobody wants the parcel any more. For people, as are all reasons of orders. */
    public static final String NOT_WANTED = "not wanted any more, but the carrier has the parcel";

    /** It is addressed to somebody who is not the recipient any more. */
    public static final String OTHER_RECIPIENT = "the recipient is another one now, but the carrier has the parcel";

    private final ParcelStore parcels;
    private final OrderStore ledger;

    Cancellation(ParcelStore parcels, OrderStore ledger) {
        this.parcels = parcels;
        this.ledger = ledger;
    }

    /**
     * Cancels parcels that the caller has locked, and has their orders taken back at the carrier. What is handed over already goes on, as a failed order
     * until its end, so that a clerk sees to it.
     *
     * @param since when that became true
     * @param why what the clerk reads
     * @return ids of the parcels that were cancelled
     */
    public Uni<List<UUID>> cancel(
            SqlConnection tx, List<Journey> journeys, Function<Journey, Instant> since, String why) {
        var cancelled = new ArrayList<UUID>();
        var left = new ArrayList<UUID>();
        for (var journey : journeys) {
            journey.step(PostalReturn::cancelled, since.apply(journey), null)
                    .fold(
                            done -> cancelled.add(done.after().id()),
                            barred -> barred.status().active()
                                    && left.add(journey.now().id()));
        }
        return parcels.save(tx, journeys)
                .flatMap(saved -> ledger.requestCancellation(tx, cancelled))
                .flatMap(requested -> ledger.leaveToClerk(tx, left, why))
                .replaceWith(cancelled);
    }
}
