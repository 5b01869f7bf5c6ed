package vn.motcua.dossier.feedback;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.EventHash;
import vn.motcua.dossier.feedback.course.Attempt;

/**
 * A row of the history.
 *
 * @param data canonical JSON: these characters are hashed, stored and sent
 * @param hash covers the row and the hash of the one before
 */
record EventRow(UUID id, String type, Instant time, String data, String previousHash, String hash) {

    /** The row of what was just done. @param previousHash null on the first @param source under which the service publishes */
    static EventRow of(Attempt.Done done, String previousHash, String source) {
        var event = PublishedFact.of(done.feedback(), done.fact());
        var id = UuidCreator.getTimeOrderedEpoch();
        var subject = done.feedback().id().toString();
        var attributes = new EventAttributes(
                id,
                source,
                event.type(),
                subject,
                done.fact().at(),
                EventAttributes.schemaOf(event.type()),
                done.feedback().sequence(),
                subject,
                previousHash,
                null,
                null,
                null,
                null,
                null);
        var data = EventFormat.canonicalText(event);
        var hash = EventHash.PREFIX + EventHash.sha256(EventHash.input(attributes, data));
        return new EventRow(id, event.type(), done.fact().at(), data, previousHash, hash);
    }
}
