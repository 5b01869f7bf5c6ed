package vn.motcua.notification.planning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.dossier.subscriber.Inbox;
import vn.motcua.notification.sending.NoticeSender;

/** The channels of this service: each poll goes to the inbox; once it is committed its offsets are, and what it planned is sent. */
@ApplicationScoped
public class Streams {

    private final Inbox inbox;
    private final DossierPlanning dossiers;
    private final PostalPlanning parcels;
    private final NoticeSender sender;

    Streams(Inbox inbox, DossierPlanning dossiers, PostalPlanning parcels, NoticeSender sender) {
        this.inbox = inbox;
        this.dossiers = dossiers;
        this.parcels = parcels;
        this.sender = sender;
    }

    @Incoming("dossier-lifecycle")
    public Uni<Void> dossiers(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(dossiers, records).invoke(sender::wake);
    }

    @Incoming("postal-tracking")
    public Uni<Void> parcels(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(parcels, records).invoke(sender::wake);
    }
}
