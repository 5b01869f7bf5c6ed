package vn.motcua.postal.scheduling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Corrected;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.Recipient;
import vn.motcua.dossier.events.Restricted;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.subscriber.Delivery;

/**
 * What a poll comes down to: of each dossier the last recipient, whether the parcel that it has is to be cancelled, whether one is to be made after
 * that, and who is to be forgotten. Only live facts count. Not thread-safe.
 */
final class Intake {

    private final Map<UUID, Recipient> recipients = new LinkedHashMap<>();
    private final Map<UUID, Completion> completions = new LinkedHashMap<>();
    private final Map<UUID, Instant> cancellations = new LinkedHashMap<>();
    private final Set<UUID> forgotten = new LinkedHashSet<>();

    /**
     * A result that is to go home by post.
     *
     * @param agency that sends it: whose one-stop shop took the dossier in; its path may be absent
     * @param completedAt since when it is there
     * @param patient whether it is a result for itself, which waits for the end of a parcel with one that was taken back; else the way home of one that
     *     is there was corrected
     */
    record Completion(
            UUID dossierId,
            String dossierCode,
            AgencyRef agency,
            Instant completedAt,
            int resultCount,
            boolean patient,
            String correlationId,
            String causationId) {}

    private Intake() {}

    /** Reads deliveries, each dossier's in order. */
    static Intake of(List<Delivery> deliveries) {
        var intake = new Intake();
        deliveries.forEach(each -> intake.add(
                each.attributes(), EventFormat.readRestricted(each.attributes().type(), each.value())));
        return intake;
    }

    Map<UUID, Recipient> recipients() {
        return recipients;
    }

    /** Results to be sent, once the cancellations are done. */
    List<Completion> completions() {
        return List.copyOf(completions.values());
    }

    /** Dossiers whose parcel is not to go, and since when. */
    Map<UUID, Instant> cancellations() {
        return cancellations;
    }

    Set<UUID> forgotten() {
        return forgotten;
    }

    private void add(EventAttributes attributes, Restricted restricted) {
        var event = restricted.event();
        var dossier = event.dossier();
        if (dossier == null || !dossier.live()) {
            return;
        }
        // Only a correction takes a dossier away from the post: of all others nothing needs to be looked up.
        var byPost = dossier.returnMethod() == ReturnMethod.POST;
        if (!byPost && !(event instanceof Corrected)) {
            return;
        }
        var id = attributes.subjectId();
        // What is over was forgotten, or will be: a correction afterwards brings nobody's address back.
        if (restricted.recipient() != null && byPost && !isOver(dossier)) {
            recipients.put(id, restricted.recipient());
            forgotten.remove(id);
        }
        var consequence = event.fold(ParcelMeaning.OF);
        if (consequence == Consequence.SEND) {
            completions.put(id, completion(attributes, event));
        }
        if (consequence.cancels()) {
            completions.remove(id);
            cancellations.put(id, attributes.time());
        }
        if (consequence.forgets()) {
            recipients.remove(id);
            forgotten.add(id);
        }
    }

    private static boolean isOver(DossierState dossier) {
        return switch (dossier.status()) {
            case REFUSED, WITHDRAWN, RETURNED -> true;
            case STOPPED -> dossier.endedAt() != null;
            default -> dossier.voidedAt() != null;
        };
    }

    private static Completion completion(EventAttributes attributes, DossierEvent event) {
        var cause = attributes.id().toString();
        var dossier = event.dossier();
        return new Completion(
                attributes.subjectId(),
                dossier.code(),
                dossier.receivingOneStop() == null ? dossier.agency() : dossier.receivingOneStop(),
                dossier.completedAt() == null ? attributes.time() : dossier.completedAt(),
                event instanceof Completed completed ? completed.resultCount() : 1,
                event instanceof Completed,
                attributes.correlationid() == null ? cause : attributes.correlationid(),
                cause);
    }
}
