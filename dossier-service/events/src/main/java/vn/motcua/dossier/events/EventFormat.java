package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** How events are written and read. Writing is canonical (RFC 8785); reading is lenient. Thread-safe. */
public final class EventFormat {

    private static final Map<String, Class<? extends DossierEvent>> FACTS = Map.ofEntries(
            Map.entry(Submitted.TYPE, Submitted.class),
            Map.entry(Accepted.TYPE, Accepted.class),
            Map.entry(Refused.TYPE, Refused.class),
            Map.entry(ProcessingStarted.TYPE, ProcessingStarted.class),
            Map.entry(Withdrawn.TYPE, Withdrawn.class),
            Map.entry(Completed.TYPE, Completed.class),
            Map.entry(Returned.TYPE, Returned.class),
            Map.entry(RecipientChanged.TYPE, RecipientChanged.class),
            Map.entry(RecipientErased.TYPE, RecipientErased.class),
            Map.entry(SupplementRequested.TYPE, SupplementRequested.class),
            Map.entry(SupplementSubmitted.TYPE, SupplementSubmitted.class),
            Map.entry(SupplementCompleted.TYPE, SupplementCompleted.class),
            Map.entry(PaymentRequested.TYPE, PaymentRequested.class),
            Map.entry(PaymentConfirmed.TYPE, PaymentConfirmed.class),
            Map.entry(PaymentRefunded.TYPE, PaymentRefunded.class),
            Map.entry(Assigned.TYPE, Assigned.class),
            Map.entry(StepCompleted.TYPE, StepCompleted.class),
            Map.entry(StepSentBack.TYPE, StepSentBack.class),
            Map.entry(StepRecalled.TYPE, StepRecalled.class),
            Map.entry(Extended.TYPE, Extended.class),
            Map.entry(DueDateChanged.TYPE, DueDateChanged.class),
            Map.entry(Stopped.TYPE, Stopped.class),
            Map.entry(Resumed.TYPE, Resumed.class),
            Map.entry(ResultRecalled.TYPE, ResultRecalled.class),
            Map.entry(DueSoon.TYPE, DueSoon.class),
            Map.entry(Overdue.TYPE, Overdue.class),
            Map.entry(ReplyOverdue.TYPE, ReplyOverdue.class),
            Map.entry(ForwardOverdue.TYPE, ForwardOverdue.class),
            Map.entry(LegPlanned.TYPE, LegPlanned.class),
            Map.entry(LegOpened.TYPE, LegOpened.class),
            Map.entry(LegReceived.TYPE, LegReceived.class),
            Map.entry(LegFinished.TYPE, LegFinished.class),
            Map.entry(LegWithdrawn.TYPE, LegWithdrawn.class),
            Map.entry(LegOverdue.TYPE, LegOverdue.class),
            Map.entry(Transferred.TYPE, Transferred.class),
            Map.entry(Corrected.TYPE, Corrected.class),
            Map.entry(Voided.TYPE, Voided.class),
            Map.entry(Merged.TYPE, Merged.class),
            Map.entry(Adopted.TYPE, Adopted.class),
            Map.entry(Reported.TYPE, Reported.class),
            Map.entry(RatingSubmitted.TYPE, RatingSubmitted.class),
            Map.entry(DocumentAdded.TYPE, DocumentAdded.class));

    // Property order by UTF-16 code unit, no spaces, absent instead of null: for the words, whole numbers and instants
    // that events
    // carry, this is RFC 8785; a test holds it against an independent canonicaliser.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(Instant.class, new WholeMillis()))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    static {
        MAPPER.getFactory().setCharacterEscapes(new CanonicalEscapes());
    }

    private EventFormat() {}

    /** The lenient mapper of events, for readers that go beyond this class. Do not reconfigure. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** An instant as on the wire: ISO 8601, UTC, at most milliseconds. */
    public static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The canonical JSON of a value made of words, whole numbers, instants, lists and records. */
    public static String canonicalText(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** {@link #canonicalText} in UTF-8. */
    public static byte[] canonical(Object value) {
        return canonicalText(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a value of the shared topic.
     *
     * @throws UnreadableEvent if it is not a JSON object, or a known fact does not have its shape
     */
    public static DossierEvent read(String type, byte[] data) {
        try {
            var fact = FACTS.get(type);
            return fact == null ? unrecognised(type, MAPPER.readTree(data)) : present(MAPPER.readValue(data, fact));
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /**
     * Reads a value of the restricted topic.
     *
     * @throws UnreadableEvent as {@link #read}
     */
    public static Restricted readRestricted(String type, byte[] value) {
        try {
            var tree = MAPPER.readTree(value);
            var event = tree.path("event");
            if (!event.isObject()) {
                throw new UnreadableEvent("a restricted value without its event");
            }
            var fact = FACTS.get(type);
            return new Restricted(
                    fact == null ? unrecognised(type, event) : present(MAPPER.treeToValue(event, fact)),
                    tree.hasNonNull("recipient") ? MAPPER.treeToValue(tree.get("recipient"), Recipient.class) : null);
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /**
     * Reads a value of the catalogue.
     *
     * @return empty where its kind is one that this reader is too old to know: to be passed over
     * @throws UnreadableEvent if it is not a JSON object, or a known kind does not have its shape
     */
    public static Optional<CatalogueEntry> readEntry(byte[] value) {
        try {
            return Optional.of(MAPPER.readValue(value, CatalogueEntry.class));
        } catch (InvalidTypeIdException unknown) {
            if (unknown.getTypeId() == null) {
                throw unreadable(unknown);
            }
            return Optional.empty();
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /**
     * A value of the restricted topic around the exact bytes of the shared one.
     *
     * @param recipient null where nobody is told or sent anything: then the value has none
     */
    public static byte[] restricted(byte[] data, Recipient recipient) {
        var out = new ByteArrayOutputStream(data.length + 256);
        out.writeBytes("{\"event\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(data);
        if (recipient != null) {
            out.writeBytes(",\"recipient\":".getBytes(StandardCharsets.UTF_8));
            out.writeBytes(canonical(recipient));
        }
        out.write('}');
        return out.toByteArray();
    }

    private static DossierEvent present(DossierEvent event) {
        if (event == null || event.dossier() == null || event.actor() == null) {
            throw new UnreadableEvent("a known fact without its dossier or actor");
        }
        return event;
    }

    private static DossierEvent unrecognised(String type, JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new UnreadableEvent("the data is not a JSON object");
        }
        return new Unrecognised(
                type, json, part(json, "dossier", DossierState.class), part(json, "actor", Actor.class));
    }

    private static <T> T part(JsonNode json, String name, Class<T> shape) {
        try {
            return json.path(name).isObject() ? MAPPER.treeToValue(json.get(name), shape) : null;
        } catch (JsonProcessingException otherShape) {
            return null;
        }
    }

    private static UnreadableEvent unreadable(IOException broken) {
        // The cause is not kept: Jackson's messages quote the data.
        return new UnreadableEvent(
                "the data cannot be read: " + broken.getClass().getSimpleName());
    }

    private static final class WholeMillis extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text(value));
        }
    }
}
