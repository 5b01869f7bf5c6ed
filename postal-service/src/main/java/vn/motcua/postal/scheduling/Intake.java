package vn.motcua.postal.scheduling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.RecipientChanged;
import vn.motcua.dossier.events.RecipientErased;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Submitted;
import vn.motcua.dossier.events.Unrecognised;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.dossier.subscriber.Delivery;

/**
 * What a poll comes down to: of each dossier the last recipient, and what has to be planned, cancelled or forgotten. Only live facts
 * about results that go by post count. Not thread-safe.
 */
final class Intake {

    private final Map<UUID, Recipient> recipients = new LinkedHashMap<>();
    private final Map<UUID, Completion> completions = new LinkedHashMap<>();
    private final Map<UUID, Cancelled> cancellations = new LinkedHashMap<>();
    private final Set<UUID> forgotten = new LinkedHashSet<>();

    /** A result that is to go home by post. */
    record Completion(
            UUID dossierId, DossierState dossier, int resultCount, String correlationId, String causationId) {}

    /** A parcel that nobody wants any more, since then. */
    record Cancelled(UUID dossierId, Instant at) {

        static Instant at(List<Cancelled> all, UUID dossierId) {
            return all.stream()
                    .filter(one -> one.dossierId().equals(dossierId))
                    .map(Cancelled::at)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Intake() {}

    /** Reads deliveries, each dossier's in order. */
    static Intake of(List<Delivery> deliveries) {
        var intake = new Intake();
        deliveries.forEach(intake::add);
        return intake;
    }

    Map<UUID, Recipient> recipients() {
        return recipients;
    }

    List<Completion> completions() {
        return List.copyOf(completions.values());
    }

    List<Cancelled> cancellations() {
        return List.copyOf(cancellations.values());
    }

    Set<UUID> forgotten() {
        return forgotten;
    }

    private void add(Delivery delivery) {
        var restricted = EventFormat.readRestricted(delivery.attributes().type(), delivery.value());
        var dossier = restricted.event().dossier();
        if (dossier == null || !dossier.live() || dossier.returnMethod() != ReturnMethod.POST) {
            return;
        }
        var id = delivery.attributes().subjectId();
        if (restricted.recipient() != null) {
            recipients.put(id, restricted.recipient());
            forgotten.remove(id);
        }
        restricted.event().fold(new Meaning(delivery, id));
    }

    private void forget(UUID id) {
        recipients.remove(id);
        forgotten.add(id);
    }

    /** What each fact means for a parcel. */
    private final class Meaning implements DossierEvent.Cases<Void> {

        private final Delivery delivery;
        private final UUID id;

        private Meaning(Delivery delivery, UUID id) {
            this.delivery = delivery;
            this.id = id;
        }

        @Override
        public Void completed(Completed fact) {
            var attributes = delivery.attributes();
            var cause = attributes.id().toString();
            var correlation = attributes.correlationid() == null ? cause : attributes.correlationid();
            completions.put(id, new Completion(id, fact.dossier(), fact.resultCount(), correlation, cause));
            return null;
        }

        @Override
        public Void refused(Refused fact) {
            return stopped();
        }

        @Override
        public Void withdrawn(Withdrawn fact) {
            return stopped();
        }

        @Override
        public Void returned(Returned fact) {
            // Fetched at the counter before the parcel left; what went by post keeps its recipient, as the record of it
            // must be kept.
            return fact.via() == ReturnMethod.POST ? null : stopped();
        }

        @Override
        public Void recipientErased(RecipientErased fact) {
            forget(id);
            return null;
        }

        @Override
        public Void submitted(Submitted fact) {
            return null;
        }

        @Override
        public Void accepted(Accepted fact) {
            return null;
        }

        @Override
        public Void processingStarted(ProcessingStarted fact) {
            return null;
        }

        @Override
        public Void recipientChanged(RecipientChanged fact) {
            return null;
        }

        @Override
        public Void unrecognised(Unrecognised fact) {
            return null;
        }

        private Void stopped() {
            cancellations.put(id, new Cancelled(id, delivery.attributes().time()));
            forget(id);
            return null;
        }
    }
}
