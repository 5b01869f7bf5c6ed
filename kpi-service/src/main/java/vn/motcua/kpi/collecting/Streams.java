package vn.motcua.kpi.collecting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.motcua.dossier.subscriber.Inbox;

/** The channels of this service: each poll goes to the inbox, and its offsets are committed once it is applied. */
@ApplicationScoped
public class Streams {

    private final Inbox inbox;
    private final DossierCollector dossiers;
    private final PostalCollector parcels;
    private final FeedbackCollector feedback;

    Streams(Inbox inbox, DossierCollector dossiers, PostalCollector parcels, FeedbackCollector feedback) {
        this.inbox = inbox;
        this.dossiers = dossiers;
        this.parcels = parcels;
        this.feedback = feedback;
    }

    @Incoming("dossier-lifecycle")
    public Uni<Void> dossiers(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(dossiers, records);
    }

    @Incoming("postal-tracking")
    public Uni<Void> parcels(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(parcels, records);
    }

    @Incoming("feedback")
    public Uni<Void> feedback(ConsumerRecords<String, byte[]> records) {
        return inbox.receive(feedback, records);
    }
}
