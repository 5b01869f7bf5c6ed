package vn.motcua.postal.scheduling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.dossier.subscriber.Inbox;
import vn.motcua.postal.ordering.OrderSender;

/** The channel: whole polls go to the inbox, offsets are committed after. */
@ApplicationScoped
class DossierLifecycle {

    static final String CHANNEL = "dossier-lifecycle";

    private final Inbox inbox;
    private final DossierFacts facts;
    private final OrderSender sender;

    DossierLifecycle(Inbox inbox, DossierFacts facts, OrderSender sender) {
        this.inbox = inbox;
        this.facts = facts;
        this.sender = sender;
    }

    @Incoming(CHANNEL)
    Uni<Void> receive(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(facts, records).invoke(sender::wake);
    }
}
