package vn.motcua.kpi.collecting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.events.feedback.FeedbackFormat;
import vn.motcua.dossier.subscriber.Delivery;
import vn.motcua.dossier.subscriber.Subscription;

/** Keeps what is known of every report and proposal: its latest state, whether a time limit was missed, and what its author thinks of the answer. */
@ApplicationScoped
public class FeedbackCollector implements Subscription {

    private final FeedbackMeasurementStore store;

    FeedbackCollector(FeedbackMeasurementStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "feedback";
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
        Map<UUID, ToldOfFeedback> told = new LinkedHashMap<>();
        for (var delivery : deliveries) {
            var attributes = delivery.attributes();
            var fact = FeedbackFormat.read(attributes.type(), delivery.value());
            if (fact.feedback() != null) {
                told.merge(
                        attributes.subjectId(),
                        ToldOfFeedback.NOTHING.then(fact, attributes.time()),
                        (before, ignored) -> before.then(fact, attributes.time()));
            }
        }
        return told.isEmpty() ? Uni.createFrom().voidItem() : store.write(tx, told);
    }
}
