package vn.motcua.postal.tracking;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.postal.returns.CarrierStatus;
import vn.motcua.postal.returns.ParcelStatus;

/** Takes what the carrier says: kept once, and applied to the parcels that are known. */
@ApplicationScoped
class CallbackDesk {

    private final Transactions transactions;
    private final ReportStore reports;
    private final ParcelStore parcels;
    private final CarrierReports carrierReports;
    private final MeterRegistry metrics;

    CallbackDesk(
            Transactions transactions,
            ReportStore reports,
            ParcelStore parcels,
            CarrierReports carrierReports,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.reports = reports;
        this.parcels = parcels;
        this.carrierReports = carrierReports;
        this.metrics = metrics;
    }

    /** Repeats and reports of unknown items are taken without effect. */
    Uni<Void> take(List<StoredReport> said) {
        return transactions
                .write(tx -> reports.record(tx, said)
                        .flatMap(fresh -> fresh.isEmpty()
                                ? Uni.createFrom().item(0)
                                : apply(tx, fresh).replaceWith(fresh.size())))
                .invoke(fresh -> {
                    count("new", fresh);
                    count("repeated", said.size() - fresh);
                })
                .onFailure()
                .transform(NotReady::asProblem)
                .replaceWithVoid();
    }

    void countRefused() {
        count("refused", 1);
    }

    private Uni<Void> apply(SqlConnection tx, List<StoredReport> fresh) {
        var items = fresh.stream().map(StoredReport::itemCode).collect(Collectors.toSet());
        var cancels = fresh.stream().anyMatch(report -> report.report().status() == CarrierStatus.CANCELLED);
        var locked = cancels ? parcels.lockItemsAndLists(tx, items) : parcels.lockItems(tx, items);
        return locked.flatMap(journeys -> carrierReports
                .catchUp(tx, journeys)
                .flatMap(done -> parcels.save(tx, journeys))
                .flatMap(saved -> parcels.listsChanged(tx, offTheList(journeys))));
    }

    private static Set<String> offTheList(List<Journey> journeys) {
        return journeys.stream()
                .filter(journey -> journey.before().value().status().beforeHandOver()
                        && journey.now().status() == ParcelStatus.CANCELLED)
                .map(journey -> journey.before().manifestId())
                .collect(Collectors.toSet());
    }

    private void count(String outcome, int number) {
        metrics.counter("motcua_postal_callbacks", "outcome", outcome).increment(number);
    }
}
