package vn.motcua.dossier.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import vn.motcua.dossier.events.HistoryVerifier.Received;

/** One fact as it stands in a saved answer over HTTP; how the file was indented on the way does not matter, what it says does. */
final class SavedFact {

    /** Why a fact cannot be taken for one. */
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        final HistoryFault fault;

        Unfit(HistoryFault fault) {
            super(fault.english(), null, false, false);
            this.fault = fault;
        }
    }

    private static final Set<String> FIELDS = Set.of(
            "id",
            "source",
            "type",
            "subject",
            "sequence",
            "time",
            "actor",
            "data",
            "previoushash",
            "hash",
            "recordedtime",
            "correlationid",
            "causationid");

    private SavedFact() {}

    static Received read(JsonNode fact) throws Unfit {
        var data = fact.path("data");
        // The actor is shown beside the data and again in it; nobody hashed the copy.
        if (!data.isObject()
                || !fact.path("sequence").isIntegralNumber()
                || !fact.path("sequence").canConvertToLong()) {
            throw new Unfit(HistoryFault.UNREADABLE);
        }
        for (var names = fact.fieldNames(); names.hasNext(); ) {
            if (!FIELDS.contains(names.next())) {
                throw new Unfit(HistoryFault.NOT_AS_PUBLISHED);
            }
        }
        var copy = fact.path("actor");
        if (!copy.isMissingNode() && !copy.equals(data.path("actor"))) {
            throw new Unfit(HistoryFault.ACTOR);
        }
        try {
            return new Received(attributes(fact), canonical(data));
        } catch (IllegalArgumentException | DateTimeException | IOException broken) {
            throw new Unfit(HistoryFault.UNREADABLE);
        }
    }

    private static EventAttributes attributes(JsonNode fact) throws Unfit {
        var type = text(fact, "type");
        var subject = text(fact, "subject");
        var id = UUID.fromString(text(fact, "id"));
        var time = Instant.parse(text(fact, "time"));
        // Only one way of writing each: what is hashed is the value, and nobody should see another one.
        if (!id.toString().equals(text(fact, "id"))
                || !EventFormat.text(time).equals(text(fact, "time"))
                || !UUID.fromString(subject).toString().equals(subject)) {
            throw new Unfit(HistoryFault.NOT_AS_PUBLISHED);
        }
        var previous = fact.path("previoushash");
        return new EventAttributes(
                id,
                text(fact, "source"),
                type,
                subject,
                time,
                EventAttributes.schemaOf(type),
                fact.path("sequence").longValue(),
                subject,
                previous.isMissingNode() || previous.isNull() ? null : text(fact, "previoushash"),
                text(fact, "hash"),
                null,
                null,
                null,
                null);
    }

    private static String text(JsonNode fact, String field) throws Unfit {
        var value = fact.path(field);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new Unfit(HistoryFault.UNREADABLE);
        }
        return value.textValue();
    }

    private static byte[] canonical(JsonNode data) throws IOException {
        return new JsonCanonicalizer(data.toString().getBytes(StandardCharsets.UTF_8)).getEncodedUTF8();
    }
}
