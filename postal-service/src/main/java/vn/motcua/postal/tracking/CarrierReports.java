package vn.motcua.postal.tracking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.motcua.postal.returns.Attempt.Bar;
import vn.motcua.postal.returns.CarrierReport;

/** Applies what the carrier said to locked parcels, as it happened and not as it came. */
@ApplicationScoped
public class CarrierReports {

    static final String MOVED = "MOVED";

    private final ReportStore store;
    private final Agencies agencies;

    CarrierReports(ReportStore store, Agencies agencies) {
        this.store = store;
        this.agencies = agencies;
    }

    /** Takes the steps that reports waiting for these parcels lead to; the caller saves the journeys. */
    public Uni<Void> catchUp(SqlConnection tx, List<Journey> journeys) {
        var byItem = journeys.stream()
                .filter(journey -> journey.before().trackingNumber() != null)
                .collect(Collectors.toMap(journey -> journey.before().trackingNumber(), journey -> journey));
        if (byItem.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.waiting(tx, byItem.keySet()).flatMap(waiting -> store.settle(tx, apply(byItem, waiting)));
    }

    private List<ReportStore.Settled> apply(Map<String, Journey> byItem, List<StoredReport> waiting) {
        var settled = new ArrayList<ReportStore.Settled>();
        waiting.stream()
                .sorted(Comparator.comparing(StoredReport::report, CarrierReport.AS_IT_HAPPENED))
                .forEach(said -> {
                    var effect = apply(byItem.get(said.itemCode()), said.report());
                    if (effect != null) {
                        settled.add(new ReportStore.Settled(said, effect));
                    }
                });
        return settled;
    }

    /** Null for what goes on waiting. */
    private String apply(Journey journey, CarrierReport report) {
        var calendar = agencies.calendarOf(Objects.requireNonNull(journey).now().agency());
        return journey.step(parcel -> parcel.reported(report, calendar), report.at(), null)
                .fold(
                        done -> MOVED,
                        barred -> barred.why() == Bar.WAITS_FOR_HAND_OVER
                                ? null
                                : barred.why().name());
    }
}
