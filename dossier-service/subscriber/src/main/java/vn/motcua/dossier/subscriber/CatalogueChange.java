package vn.motcua.dossier.subscriber;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.UnreadableEvent;

/**
 * A record of the catalogue's topic.
 *
 * @param content JSON text; null when the entry is gone
 * @param publishedAtMillis time of publishing, since 1970 in UTC
 */
record CatalogueChange(String kind, String code, int version, String content, long publishedAtMillis) {

    private static final int LONGEST_KEY = 200;

    /** Reads a record whose key is {@code kind|code|version}. */
    static CatalogueChange read(ConsumerRecord<String, byte[]> each) {
        var key = each.key() == null || each.key().length() > LONGEST_KEY
                ? new String[0]
                : each.key().split("\\|", -1);
        if (key.length != 3
                || key[0].isBlank()
                || key[1].isBlank()
                || each.key().indexOf('\0') >= 0) {
            throw new UnreadableEvent("the key is not kind|code|version");
        }
        try {
            return new CatalogueChange(
                    key[0], key[1], Integer.parseInt(key[2]), content(each.value()), each.timestamp());
        } catch (NumberFormatException broken) {
            throw new UnreadableEvent("the version is no number");
        }
    }

    String key() {
        return kind + "|" + code + "|" + version;
    }

    private static String content(byte[] value) {
        if (value == null) {
            return null;
        }
        var text = new String(value, StandardCharsets.UTF_8);
        try {
            if (!EventFormat.mapper().readTree(text).isObject() || text.contains("\\u0000")) {
                throw new UnreadableEvent("the value is no object that can be stored");
            }
            return text;
        } catch (JsonProcessingException broken) {
            throw new UnreadableEvent("the value is not JSON");
        }
    }
}
