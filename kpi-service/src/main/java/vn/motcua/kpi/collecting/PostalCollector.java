package vn.motcua.kpi.collecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.subscriber.Delivery;
import vn.motcua.dossier.subscriber.Subscription;
import vn.motcua.postal.events.PostalFormat;
import vn.motcua.postal.events.PostalState;

/** Keeps the latest state of the parcel of every dossier that goes home by post. */
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
        Map<UUID, PostalState> latest = new LinkedHashMap<>();
        for (var delivery : deliveries) {
            var state = PostalFormat.read(delivery.attributes().type(), delivery.value())
                    .postal();
            if (state != null) {
                latest.put(delivery.attributes().subjectId(), state);
            }
        }
        return latest.isEmpty() ? Uni.createFrom().voidItem() : store.parcels(tx, latest);
    }
}
