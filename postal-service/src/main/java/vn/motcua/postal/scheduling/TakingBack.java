package vn.motcua.postal.scheduling;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.motcua.postal.handover.ManifestStore;
import vn.motcua.postal.ordering.Cancellation;
import vn.motcua.postal.scheduling.Intake.Completion;
import vn.motcua.postal.tracking.Journey;
import vn.motcua.postal.tracking.ParcelStore;

/** Stops parcels that are not to go, or not to whom they are addressed. Locks the manifests before the parcels, as the hand-over does. */
@ApplicationScoped
class TakingBack {

    private final PlanStore store;
    private final ManifestStore manifests;
    private final ParcelStore parcels;
    private final Cancellation cancellation;

    TakingBack(PlanStore store, ManifestStore manifests, ParcelStore parcels, Cancellation cancellation) {
        this.store = store;
        this.manifests = manifests;
        this.parcels = parcels;
        this.cancellation = cancellation;
    }

    /** Parcels of these dossiers are not to go, since then. What waited for one of them to come back waits no more. */
    Uni<Void> notWanted(SqlConnection tx, Map<UUID, Instant> since) {
        return since.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.stopWaiting(tx, since.keySet())
                        .flatMap(stopped -> locked(tx, since.keySet()))
                        .flatMap(journeys -> cancel(
                                tx, journeys, journey -> since.get(journey.now().dossierId()), Cancellation.NOT_WANTED))
                        .replaceWithVoid();
    }

    /**
     * The recipient of these dossiers is another one than before. A parcel of which the carrier may have been told goes anew, under another order
     * number; one of which it was not goes to the new recipient by itself.
     *
     * @return what is to be sent again
     */
    Uni<List<Completion>> addressedWrongly(SqlConnection tx, Set<UUID> dossiers, Instant at) {
        if (dossiers.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return locked(tx, dossiers)
                .flatMap(journeys -> journeys.isEmpty() ? Uni.createFrom().item(List.of()) : anew(tx, journeys, at));
    }

    private Uni<List<Completion>> anew(SqlConnection tx, List<Journey> journeys, Instant at) {
        var ids = journeys.stream().map(journey -> journey.now().id()).toList();
        return store.toldToTheCarrier(tx, ids)
                .map(told -> journeys.stream()
                        .filter(journey -> told.contains(journey.now().id()))
                        .toList())
                .flatMap(told -> cancel(tx, told, journey -> at, Cancellation.OTHER_RECIPIENT))
                .flatMap(cancelled -> store.again(tx, cancelled));
    }

    private Uni<List<Journey>> locked(SqlConnection tx, Collection<UUID> dossiers) {
        return store.manifestsOf(tx, dossiers)
                .flatMap(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : manifests.lockAll(tx, ids).flatMap(locked -> parcels.lockActive(tx, dossiers)));
    }

    private Uni<List<UUID>> cancel(
            SqlConnection tx, List<Journey> journeys, Function<Journey, Instant> since, String why) {
        return cancellation
                .cancel(tx, journeys, since, why)
                .flatMap(cancelled -> parcels.listsChanged(
                                tx,
                                journeys.stream()
                                        .filter(journey ->
                                                cancelled.contains(journey.now().id()))
                                        .map(journey -> journey.before().manifestId())
                                        .distinct()
                                        .toList())
                        .replaceWith(cancelled));
    }
}
