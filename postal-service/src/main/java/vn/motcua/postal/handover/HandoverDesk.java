package vn.motcua.postal.handover;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.BiFunction;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.postal.reading.Rights;
import vn.motcua.postal.tracking.Agencies;
import vn.motcua.postal.tracking.CarrierReports;
import vn.motcua.postal.tracking.Journey;
import vn.motcua.postal.tracking.NotReady;
import vn.motcua.postal.tracking.ParcelStore;
import vn.motcua.postal.tracking.StepRequestStore;
import vn.motcua.postal.tracking.Transactions;

/** What a clerk does with a manifest: closes it early, hands it over. One transaction each. */
@ApplicationScoped
class HandoverDesk {

    private final ManifestStore store;
    private final Closing closing;
    private final ParcelStore parcels;
    private final CarrierReports reports;
    private final StepRequestStore requests;
    private final Transactions transactions;
    private final Agencies agencies;
    private final Clock businessClock;
    private final MeterRegistry metrics;

    HandoverDesk(
            ManifestStore store,
            Closing closing,
            ParcelStore parcels,
            CarrierReports reports,
            StepRequestStore requests,
            Transactions transactions,
            Agencies agencies,
            Clock businessClock,
            MeterRegistry metrics) {
        this.store = store;
        this.closing = closing;
        this.parcels = parcels;
        this.reports = reports;
        this.requests = requests;
        this.transactions = transactions;
        this.agencies = agencies;
        this.businessClock = businessClock;
        this.metrics = metrics;
    }

    /** Who asks for a step on which manifest, having seen which version of it. */
    record Step(String manifest, Caller caller, RequestKey key, long seen) {}

    /** Closes an open manifest before its cut-off. */
    Uni<Void> close(Step step) {
        return take(step, ManifestState.OPEN, (tx, manifest) -> closing.close(tx, manifest, businessClock.instant()))
                .invoke(() -> metrics.counter("motcua_postal_manifests_closed", "by", "clerk")
                        .increment());
    }

    /** Records both signatures: from now on the carrier answers for every parcel on the list. */
    Uni<Void> handOver(Step step, String handedOverBy, String receivedBy) {
        return take(
                step,
                ManifestState.CLOSED,
                (tx, manifest) -> handOver(tx, manifest, step.caller(), handedOverBy, receivedBy));
    }

    private Uni<Void> handOver(
            SqlConnection tx, Manifest manifest, Caller caller, String handedOverBy, String receivedBy) {
        var at = businessClock.instant();
        return parcels.lockManifest(tx, manifest.id()).flatMap(journeys -> {
            if (journeys.isEmpty()) {
                throw barred("EMPTY", "Bảng kê không có bưu gửi nào.", "There is no parcel on the manifest.");
            }
            var calendar = agencies.calendarOf(manifest.agency());
            for (Journey journey : journeys) {
                journey.step(parcel -> parcel.handedOver(at, calendar), at, caller.name());
            }
            return reports.catchUp(tx, journeys)
                    .flatMap(caughtUp -> parcels.save(tx, journeys))
                    .flatMap(saved -> store.handOver(tx, manifest.id(), at, handedOverBy, receivedBy));
        });
    }

    private Uni<Void> take(Step step, ManifestState from, BiFunction<SqlConnection, Manifest, Uni<Void>> work) {
        return transactions
                .write(tx -> store.lock(tx, step.manifest()).flatMap(found -> {
                    var manifest = found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
                    Rights.require(step.caller(), manifest.agency());
                    return requests.done(tx, step.key(), manifest.id())
                            .flatMap(
                                    done -> done ? Uni.createFrom().voidItem() : first(tx, step, manifest, from, work));
                }))
                .onFailure()
                .transform(NotReady::asProblem);
    }

    private Uni<Void> first(
            SqlConnection tx,
            Step step,
            Manifest manifest,
            ManifestState from,
            BiFunction<SqlConnection, Manifest, Uni<Void>> work) {
        if (step.seen() != manifest.version()) {
            throw Problem.of(ProblemType.STALE)
                    .detail(
                            "Bảng kê đã thay đổi kể từ lần đọc trước; hãy đọc lại rồi mới ký.",
                            "The manifest has changed since you read it; read it again before you sign.")
                    .with("etag", manifest.version());
        }
        if (manifest.state() != from) {
            throw barred(
                    manifest.state().name(),
                    "Bảng kê đang ở trạng thái " + manifest.state() + ", cần " + from + ".",
                    "The manifest is " + manifest.state() + "; this needs " + from + ".");
        }
        return work.apply(tx, manifest).flatMap(done -> requests.keep(tx, step.key(), manifest.id()));
    }

    private static Problem barred(String reason, String vietnamese, String english) {
        return Problem.of(ProblemType.BARRED).detail(vietnamese, english).with("reason", reason);
    }
}
