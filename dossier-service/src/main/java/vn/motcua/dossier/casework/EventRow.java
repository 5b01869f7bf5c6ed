package vn.motcua.dossier.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.EventHash;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.LegalRules;

/**
 * A row of the history.
 *
 * @param data canonical JSON: these characters are hashed, stored and sent
 * @param hashed the text that the hash covers
 */
public record EventRow(
        UUID id,
        UUID subject,
        long sequence,
        String type,
        Instant time,
        String data,
        String previousHash,
        String hashed) {

    /**
     * The row of what was just done.
     *
     * @param previousHash null on the first
     * @param source the absolute URI under which the service publishes
     * @param rules that the dossier follows
     */
    public static EventRow of(Attempt.Done done, String previousHash, String source, LegalRules rules) {
        var dossier = done.dossier();
        var event = PublishedFact.of(dossier, done.fact(), rules);
        var id = UuidCreator.getTimeOrderedEpoch();
        var subject = dossier.id().toString();
        var attributes = new EventAttributes(
                id,
                source,
                event.type(),
                subject,
                done.fact().at(),
                EventAttributes.schemaOf(event.type()),
                dossier.sequence(),
                subject,
                previousHash,
                null,
                null,
                null,
                null,
                null);
        var data = EventFormat.canonicalText(event);
        return new EventRow(
                id,
                dossier.id(),
                dossier.sequence(),
                event.type(),
                done.fact().at(),
                data,
                previousHash,
                EventHash.input(attributes, data));
    }

    /** The hash that the next row refers to. */
    public String hash() {
        return EventHash.PREFIX + EventHash.sha256(hashed);
    }
}
