package vn.motcua.kpi.collecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.subscriber.Delivery;
import vn.motcua.dossier.subscriber.Subscription;

/**
 * Keeps the latest state of every dossier. Each event carries the whole state, so of several events of a dossier only the last is
 * written; unknown facts count too, as far as they carry a state.
 */
@ApplicationScoped
public class DossierCollector implements Subscription {

    private final MeasurementStore store;

    DossierCollector(MeasurementStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "dossier-lifecycle";
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
        Map<UUID, DossierState> latest = new LinkedHashMap<>();
        for (var delivery : deliveries) {
            var state = EventFormat.read(delivery.attributes().type(), delivery.value())
                    .dossier();
            if (state != null) {
                latest.put(delivery.attributes().subjectId(), state);
            }
        }
        return latest.isEmpty() ? Uni.createFrom().voidItem() : store.dossiers(tx, latest);
    }
}
