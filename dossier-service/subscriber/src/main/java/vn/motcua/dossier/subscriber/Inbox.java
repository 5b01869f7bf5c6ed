package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where records of a stream come in and take effect exactly once. Safe with any number of instances on the same deliveries: each subject's row is
 * locked while its events are applied.
 */
@ApplicationScoped
public class Inbox {

    private final Applier applier;
    private final UndecodableStore undecodable;
    private final Retry retry;
    private final InboxMetrics metrics;
    private final SubscriberConfig config;

    Inbox(Applier applier, UndecodableStore undecodable, Retry retry, InboxMetrics metrics, SubscriberConfig config) {
        this.applier = applier;
        this.undecodable = undecodable;
        this.retry = retry;
        this.metrics = metrics;
        this.config = config;
    }

    /**
     * Claims, applies and commits a poll. Completes on the caller's Vert.x context once every record is applied, known already, waiting,
     * parked or noted as undecodable: then its offset may be committed. Never fails because of a record; while the database is away it
     * tries again with growing pauses and does not complete.
     */
    public Uni<Void> receive(Subscription subscription, Iterable<ConsumerRecord<String, byte[]>> records) {
        var stream = subscription.name();
        var all = new ArrayList<ConsumerRecord<String, byte[]>>();
        records.forEach(all::add);
        var poll = new RecordReader(config.largestValue(), config.keptOfUndecodable()).read(all);
        var caller = Retry.on(Vertx.currentContext());
        return retry.untilItWorks(caller, stream, () -> undecodable.note(stream, poll.undecodable()))
                .invoke(noted -> metrics.undecodable(stream, noted))
                .chain(() -> Multi.createFrom()
                        .iterable(portions(poll.deliveries()))
                        .onItem()
                        .transformToUniAndConcatenate(portion -> retry.untilItWorks(
                                caller, stream, () -> applier.apply(subscription, Errand.arrivals(portion))))
                        .invoke(tally -> metrics.count(stream, tally))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private List<List<Delivery>> portions(List<Delivery> deliveries) {
        var portions = new ArrayList<List<Delivery>>();
        for (int start = 0; start < deliveries.size(); start += config.batch()) {
            portions.add(deliveries.subList(start, Math.min(deliveries.size(), start + config.batch())));
        }
        return portions;
    }
}
