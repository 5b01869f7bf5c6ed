package vn.motcua.kpi.collecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.dossier.subscriber.Delivery;
import vn.motcua.dossier.subscriber.Subscription;
import vn.motcua.kpi.collecting.MeasurementStore.ParcelKey;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalState;

/** Keeps the latest state of every parcel, of which a dossier that goes home by post may have several. */
@ApplicationScoped
public class PostalCollector implements Subscription {

    private final MeasurementStore store;

    PostalCollector(MeasurementStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "postal-tracking";
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
        Map<ParcelKey, PostalState> latest = new LinkedHashMap<>();
        for (var delivery : deliveries) {
            var state = PostalFormat.read(delivery.attributes().type(), delivery.value())
                    .postal();
            if (state != null && state.parcel() != null) {
                latest.put(
                        new ParcelKey(
                                delivery.attributes().subjectId(),
                                state.parcel().run()),
                        state);
            }
        }
        return latest.isEmpty() ? Uni.createFrom().voidItem() : store.parcels(tx, latest);
    }
}
