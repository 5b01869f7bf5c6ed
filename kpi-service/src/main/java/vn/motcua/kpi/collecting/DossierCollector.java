package vn.motcua.kpi.collecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.subscriber.Delivery;
import vn.motcua.dossier.subscriber.Subscription;

/**
 * Keeps what is known of every dossier and of the parts that other agencies do. Each event carries the whole state, so of several events of a
 * dossier only the last is written, with what single facts among them say; unknown facts count too, as far as they carry a state.
 */
@ApplicationScoped
public class DossierCollector implements Subscription {

    private final MeasurementStore dossiers;
    private final LegStore legs;

    DossierCollector(MeasurementStore dossiers, LegStore legs) {
        this.dossiers = dossiers;
        this.legs = legs;
    }

    @Override
    public String name() {
        return "dossier-lifecycle";
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
        var poll = new Poll();
        for (var delivery : deliveries) {
            var attributes = delivery.attributes();
            poll.add(attributes.subjectId(), attributes.time(), EventFormat.read(attributes.type(), delivery.value()));
        }
        var written = poll.dossiers().isEmpty() ? Uni.createFrom().voidItem() : dossiers.dossiers(tx, poll.dossiers());
        return poll.legs().isEmpty() ? written : written.chain(() -> legs.legs(tx, poll.legs()));
    }
}
