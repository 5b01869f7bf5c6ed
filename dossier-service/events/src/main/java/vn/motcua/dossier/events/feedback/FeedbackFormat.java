package vn.motcua.dossier.events.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.UnreadableEvent;

/** How facts about feedback are read; they are written by {@link EventFormat#canonicalText}. Thread-safe. */
public final class FeedbackFormat {

    /** What every type of this language begins with. */
    public static final String TYPES = "vn.motcua.feedback.";

    private static final ObjectMapper MAPPER = EventFormat.mapper();

    private static final Map<String, Class<? extends FeedbackEvent>> FACTS = Map.ofEntries(
            Map.entry(FeedbackReceived.TYPE, FeedbackReceived.class),
            Map.entry(FeedbackClassified.TYPE, FeedbackClassified.class),
            Map.entry(FeedbackTransferred.TYPE, FeedbackTransferred.class),
            Map.entry(FeedbackRefused.TYPE, FeedbackRefused.class),
            Map.entry(FeedbackSupplementRequested.TYPE, FeedbackSupplementRequested.class),
            Map.entry(FeedbackSupplementSubmitted.TYPE, FeedbackSupplementSubmitted.class),
            Map.entry(FeedbackAnswered.TYPE, FeedbackAnswered.class),
            Map.entry(FeedbackPublished.TYPE, FeedbackPublished.class),
            Map.entry(FeedbackOverdue.TYPE, FeedbackOverdue.class),
            Map.entry(FeedbackRated.TYPE, FeedbackRated.class));

    private FeedbackFormat() {}

    /**
     * Reads a value of the topic.
     *
     * @throws UnreadableEvent if it is not a JSON object, or a known fact does not have its shape
     */
    public static FeedbackEvent read(String type, byte[] data) {
        try {
            var fact = FACTS.get(type);
            return fact == null ? unrecognised(type, MAPPER.readTree(data)) : present(MAPPER.readValue(data, fact));
        } catch (IOException broken) {
            // The cause is not kept: Jackson's messages quote the data.
            throw new UnreadableEvent(
                    "the data cannot be read: " + broken.getClass().getSimpleName());
        }
    }

    private static FeedbackEvent present(FeedbackEvent event) {
        if (event == null || event.feedback() == null || event.actor() == null) {
            throw new UnreadableEvent("a known fact without its feedback or actor");
        }
        return event;
    }

    private static FeedbackEvent unrecognised(String type, JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new UnreadableEvent("the data is not a JSON object");
        }
        return new Unrecognised(type, part(json, "feedback", FeedbackState.class), part(json, "actor", Actor.class));
    }

    private static <T> T part(JsonNode json, String name, Class<T> shape) {
        try {
            return json.path(name).isObject() ? MAPPER.treeToValue(json.get(name), shape) : null;
        } catch (JsonProcessingException otherShape) {
            return null;
        }
    }
}
