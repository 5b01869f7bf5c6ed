package vn.motcua.postal.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.UnreadableEvent;

/** How postal events are written and read: as {@link EventFormat} does, canonical out, lenient in. Thread-safe. */
public final class PostalFormat {

    private static final Map<String, Class<? extends PostalEvent>> FACTS = Map.of(
            OrderCreated.TYPE, OrderCreated.class,
            HandedOver.TYPE, HandedOver.class,
            InTransit.TYPE, InTransit.class,
            DeliveryFailed.TYPE, DeliveryFailed.class,
            Delivered.TYPE, Delivered.class,
            ReturnedToAgency.TYPE, ReturnedToAgency.class,
            Cancelled.TYPE, Cancelled.class);

    private static final ObjectMapper MAPPER = EventFormat.mapper();

    private PostalFormat() {}

    /** The data of a fact in canonical form: the bytes that are hashed, stored and sent. */
    public static byte[] canonical(PostalEvent event) {
        return EventFormat.canonical(event);
    }

    /**
     * Reads a value of {@link PostalTopics#TRACKING}.
     *
     * @throws UnreadableEvent if it is not a JSON object, or a known fact does not have its shape
     */
    public static PostalEvent read(String type, byte[] data) {
        try {
            return event(type, MAPPER.readTree(data));
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /**
     * Reads a value of {@link PostalTopics#TRACKING_RESTRICTED}.
     *
     * @throws UnreadableEvent as {@link #read}
     */
    public static RestrictedPostal readRestricted(String type, byte[] value) {
        try {
            var tree = MAPPER.readTree(value);
            if (tree == null || !tree.path("event").isObject()) {
                throw new UnreadableEvent("a restricted value without its event");
            }
            var number = tree.path("trackingNumber");
            return new RestrictedPostal(event(type, tree.get("event")), number.isTextual() ? number.textValue() : null);
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /**
     * A value of the restricted topic around the exact bytes of the shared one.
     *
     * @param trackingNumber of the event's own parcel; left out where it is null
     */
    public static byte[] restricted(byte[] data, String trackingNumber) {
        var out = new ByteArrayOutputStream(data.length + 64);
        out.writeBytes("{\"event\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(data);
        if (trackingNumber != null) {
            out.writeBytes(",\"trackingNumber\":".getBytes(StandardCharsets.UTF_8));
            out.writeBytes(EventFormat.canonical(trackingNumber));
        }
        out.write('}');
        return out.toByteArray();
    }

    private static PostalEvent event(String type, JsonNode json) throws JsonProcessingException {
        if (json == null || !json.isObject()) {
            throw new UnreadableEvent("the data is not a JSON object");
        }
        var fact = FACTS.get(type);
        if (fact == null) {
            return new Unrecognised(type, json, stateOf(json));
        }
        var event = MAPPER.treeToValue(json, fact);
        var postal = event.postal();
        if (postal == null || postal.parcel() == null || postal.parcel().id() == null) {
            throw new UnreadableEvent("a known fact without its parcel");
        }
        return event;
    }

    private static PostalState stateOf(JsonNode json) {
        try {
            return json.path("postal").isObject() ? MAPPER.treeToValue(json.get("postal"), PostalState.class) : null;
        } catch (JsonProcessingException otherShape) {
            return null;
        }
    }

    private static UnreadableEvent unreadable(IOException broken) {
        // The cause is not kept: Jackson's messages quote the data.
        return new UnreadableEvent(
                "the data cannot be read: " + broken.getClass().getSimpleName());
    }
}
