package vn.motcua.dossier.subscriber;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;

/** The attributes of a waiting event as JSON text: its headers. */
final class StoredAttributes {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private StoredAttributes() {}

    static String write(EventAttributes attributes) {
        try {
            return EventFormat.mapper().writeValueAsString(attributes.headers());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts by name are always JSON", impossible);
        }
    }

    static EventAttributes read(String json) {
        try {
            return EventAttributes.read(EventFormat.mapper().readValue(json, HEADERS)::get);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the attributes of a waiting event are broken", broken);
        }
    }
}
