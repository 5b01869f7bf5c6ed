package vn.motcua.dossier.homecoming;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.dossier.relay.EventRelay;
import vn.motcua.dossier.subscriber.Inbox;

/** Takes polls of {@code postal.tracking.v1} to the inbox. */
@ApplicationScoped
class PostalTracking {

    private final Inbox inbox;
    private final Homecoming homecoming;
    private final EventRelay relay;

    PostalTracking(Inbox inbox, Homecoming homecoming, EventRelay relay) {
        this.inbox = inbox;
        this.homecoming = homecoming;
        this.relay = relay;
    }

    @Incoming(Homecoming.STREAM)
    Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(homecoming, records).invoke(relay::wake);
    }
}
