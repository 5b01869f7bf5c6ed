package vn.motcua.dossier.homecoming;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.motcua.dossier.casework.Deliveries;
import vn.motcua.dossier.casework.Provenance;
import vn.motcua.dossier.edge.Digests;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.homecoming.HomecomingWorkStore.Misfit;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Bar;
import vn.motcua.dossier.subscriber.Delivery;
import vn.motcua.dossier.subscriber.Subscription;
import vn.motcua.postal.events.Delivered;
import vn.motcua.postal.events.PostalEvent;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalState;

/**
 * A result that the postman handed over is returned: T27 by post, in the transaction that claims the fact, so once. What the lifecycle bars is
 * acknowledged and put on the work list. Every other fact of a parcel changes nothing here. The dossier's own fact names an actor of role POSTAL without a
 * unit: the postman belongs to no agency.
 */
@ApplicationScoped
class Homecoming implements Subscription {

    static final String STREAM = "postal-tracking";

    /** On the work list: a parcel of a dossier that is not ours. */
    static final String DOSSIER_UNKNOWN = "DOSSIER_UNKNOWN";

    private static final Logger LOG = Logger.getLogger(Homecoming.class);

    /** A live parcel that arrived. */
    private record Arrival(EventAttributes attributes, PostalState postal) {

        UUID dossier() {
            return attributes.subjectId();
        }

        Instant at() {
            return (postal.deliveredAt() == null ? attributes.time() : postal.deliveredAt())
                    .truncatedTo(ChronoUnit.MILLIS);
        }

        /** The event is the request: its history row names it, and could not be written twice whatever else failed. */
        Provenance provenance() {
            String id = attributes.id().toString();
            return new Provenance(
                    new RequestKey(STREAM, id, digest(id)),
                    null,
                    null,
                    attributes.correlationid(),
                    id,
                    attributes.traceparent());
        }
    }

    private final Deliveries deliveries;
    private final HomecomingWorkStore work;
    private final Clock clock;

    Homecoming(Deliveries deliveries, HomecomingWorkStore work, Clock clock) {
        this.deliveries = deliveries;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String name() {
        return STREAM;
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivery> arrived) {
        return Multi.createFrom()
                .iterable(arrived.stream()
                        .map(Homecoming::arrival)
                        .flatMap(Optional::stream)
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(arrival -> bringHome(tx, arrival))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Optional<Arrival> arrival(Delivery delivery) {
        PostalEvent event = PostalFormat.read(delivery.attributes().type(), delivery.value());
        return event instanceof Delivered && event.postal().live()
                ? Optional.of(new Arrival(delivery.attributes(), event.postal()))
                : Optional.empty();
    }

    private Uni<Void> bringHome(SqlConnection tx, Arrival arrival) {
        return deliveries
                .delivered(tx, arrival.dossier(), arrival.postal().handedOverAt(), arrival.at(), arrival.provenance())
                .chain(attempt -> attempt.isEmpty()
                        ? list(tx, arrival, DOSSIER_UNKNOWN, null)
                        : attempt.get()
                                .fold(done -> Uni.createFrom().voidItem(), barred -> barred(tx, arrival, barred)));
    }

    private Uni<Void> barred(SqlConnection tx, Arrival arrival, Attempt.Barred barred) {
        Uni<Boolean> already = barred.reason() == Bar.RETURNED_FOR_GOOD
                ? work.cameHomeBefore(tx, arrival.dossier())
                : Uni.createFrom().item(false);
        return already.chain(before -> before
                ? Uni.createFrom().voidItem()
                : list(tx, arrival, barred.reason().name(), barred.status().name()));
    }

    private Uni<Void> list(SqlConnection tx, Arrival arrival, String reason, String status) {
        LOG.warnf(
                "homecoming dossier=%s parcel=%s event=%s reason=%s",
                arrival.dossier(),
                arrival.postal().parcel().id(),
                arrival.attributes().id(),
                reason);
        Misfit misfit = new Misfit(
                arrival.attributes().id(),
                arrival.dossier(),
                arrival.postal().dossierCode(),
                arrival.postal().agency().code(),
                arrival.at(),
                reason,
                status);
        return work.add(tx, misfit, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static byte[] digest(String text) {
        return Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
