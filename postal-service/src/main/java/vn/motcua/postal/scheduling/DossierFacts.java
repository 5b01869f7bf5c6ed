package vn.motcua.postal.scheduling;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.motcua.dossier.subscriber.Delivery;
import vn.motcua.dossier.subscriber.Subscription;
import vn.motcua.postal.handover.ManifestStore;
import vn.motcua.postal.ordering.Cancellation;
import vn.motcua.postal.tracking.ParcelStore;

/** What dossier facts mean here. Of a poll without results that go by post, nothing is written. */
@ApplicationScoped
class DossierFacts implements Subscription {

    private final RecipientStore recipients;
    private final Planning planning;
    private final ManifestStore manifests;
    private final ParcelStore parcels;
    private final Cancellation cancellation;

    DossierFacts(
            RecipientStore recipients,
            Planning planning,
            ManifestStore manifests,
            ParcelStore parcels,
            Cancellation cancellation) {
        this.recipients = recipients;
        this.planning = planning;
        this.manifests = manifests;
        this.parcels = parcels;
        this.cancellation = cancellation;
    }

    @Override
    public String name() {
        return DossierLifecycle.CHANNEL;
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
        var intake = Intake.of(deliveries);
        return recipients
                .keep(tx, intake.recipients())
                .flatMap(kept -> planning.plan(tx, intake.completions()))
                .flatMap(planned -> cancel(tx, intake.cancellations()))
                .flatMap(cancelled -> recipients.forget(tx, intake.forgotten()));
    }

    /** Locks the manifests before the parcels, as the hand-over does. */
    private Uni<Void> cancel(SqlConnection tx, List<Intake.Cancelled> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var dossiers = wanted.stream().map(Intake.Cancelled::dossierId).toList();
        return planning.manifestsOf(tx, dossiers)
                .flatMap(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : manifests.lockAll(tx, ids).flatMap(locked -> cancel(tx, wanted, dossiers)));
    }

    private Uni<Void> cancel(SqlConnection tx, List<Intake.Cancelled> wanted, List<UUID> dossiers) {
        return parcels.lockActive(tx, dossiers)
                .flatMap(journeys -> cancellation
                        .cancel(
                                tx,
                                journeys,
                                journey -> Intake.Cancelled.at(
                                        wanted, journey.now().dossierId()))
                        .flatMap(cancelled -> parcels.listsChanged(
                                tx,
                                journeys.stream()
                                        .filter(journey ->
                                                cancelled.contains(journey.now().id()))
                                        .map(journey -> journey.before().manifestId())
                                        .distinct()
                                        .toList())));
    }
}
