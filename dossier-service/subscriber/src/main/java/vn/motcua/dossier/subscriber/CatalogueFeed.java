package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.dossier.events.UnreadableEvent;

/** Reads {@code catalogue.v1} into the copy. No claim: the last value of a key holds. */
@ApplicationScoped
public class CatalogueFeed {

    private static final String CHANNEL = "catalogue";

    private final CatalogueStore store;
    private final CatalogueCopy copy;
    private final UndecodableStore undecodable;
    private final Retry retry;
    private final SubscriberConfig config;

    CatalogueFeed(
            CatalogueStore store,
            CatalogueCopy copy,
            UndecodableStore undecodable,
            Retry retry,
            SubscriberConfig config) {
        this.store = store;
        this.copy = copy;
        this.undecodable = undecodable;
        this.retry = retry;
        this.config = config;
    }

    @Incoming(CHANNEL)
    public Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        var last = new LinkedHashMap<String, CatalogueChange>();
        var broken = new ArrayList<RecordReader.Undecodable>();
        var reader = new RecordReader(config.largestValue(), config.keptOfUndecodable());
        for (var each : records) {
            try {
                var change = CatalogueChange.read(each);
                last.put(change.key(), change);
            } catch (UnreadableEvent unreadable) {
                broken.add(reader.undecodable(each, unreadable.getMessage()));
            }
        }
        return retry.untilItWorks(
                Retry.on(Vertx.currentContext()),
                CHANNEL,
                () -> undecodable
                        .note(CHANNEL, broken)
                        .chain(() -> store.write(last.values()))
                        .chain(copy::refresh));
    }
}
