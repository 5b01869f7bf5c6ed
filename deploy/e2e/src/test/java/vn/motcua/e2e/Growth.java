package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a description may become without breaking whoever read the one before: fields that may be missing, words, kinds, types and channels may come; everything
 * else stays as it is. Texts for people may change.
 */
final class Growth {

    private static final Set<String> FOR_PEOPLE = Set.of("description", "title", "summary", "examples");

    /** Maps from names to descriptions: a new name may come. */
    private static final Set<String> NAMES =
            Set.of("properties", "$defs", "channels", "operations", "messages", "schemas");

    /** Alternatives: another one may come. */
    private static final Set<String> GROWING = Set.of("enum", "oneOf");

    private final List<String> breaks = new ArrayList<>();

    private Growth() {}

    /** Where the later one breaks a promise of the earlier one; empty where it only grew. */
    static List<String> breaks(JsonNode earlier, JsonNode later) {
        var growth = new Growth();
        growth.compare("", earlier, later);
        return growth.breaks;
    }

    private void compare(String at, JsonNode earlier, JsonNode later) {
        var keys = new HashSet<String>();
        earlier.fieldNames().forEachRemaining(keys::add);
        later.fieldNames().forEachRemaining(keys::add);
        keys.removeAll(FOR_PEOPLE);
        for (var key : keys.stream().sorted().toList()) {
            member(at + "/" + key, key, earlier.path(key), later.path(key));
        }
    }

    private void member(String at, String key, JsonNode earlier, JsonNode later) {
        if (NAMES.contains(key) && earlier.isObject() && later.isObject()) {
            for (Map.Entry<String, JsonNode> named : earlier.properties()) {
                var now = later.path(named.getKey());
                if (now.isMissingNode()) {
                    breaks.add(at + "/" + named.getKey() + " is gone");
                } else {
                    compare(at + "/" + named.getKey(), named.getValue(), now);
                }
            }
        } else if (GROWING.contains(key) && earlier.isArray()) {
            earlier.forEach(one -> {
                if (!contains(later, one)) {
                    breaks.add(at + " lost " + one);
                }
            });
        } else if (key.equals("required")) {
            if (!words(earlier).equals(words(later))) {
                breaks.add(at + " was " + words(earlier) + " and is " + words(later));
            }
        } else if (earlier.isObject() && later.isObject()) {
            compare(at, earlier, later);
        } else if (earlier.isArray() && later.isArray() && earlier.size() == later.size()) {
            for (int i = 0; i < earlier.size(); i++) {
                member(at + "/" + i, "", earlier.get(i), later.get(i));
            }
        } else if (!earlier.equals(later)) {
            breaks.add(at + " was " + earlier + " and is " + later);
        }
    }

    private static boolean contains(JsonNode words, JsonNode word) {
        for (var one : words) {
            if (one.equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(JsonNode array) {
        var words = new HashSet<String>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }
}
