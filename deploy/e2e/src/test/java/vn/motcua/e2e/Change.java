package vn.motcua.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A change of one place of a description, to try the gate with: each that breaks a reader, and each that is only more. */
record Change(String what, JsonNode after) {

    static List<Change> breaking(JsonNode from) {
        var changes = new ArrayList<Change>();
        at(from, "", (path, node) -> {
            node.path("properties")
                    .fieldNames()
                    .forEachRemaining(name -> changes.add(new Change(
                            path + " without " + name,
                            edited(from, path, it -> ((ObjectNode) it.get("properties")).remove(name)))));
            for (var key :
                    List.of("type", "$ref", "maxLength", "maximum", "maxItems", "pattern", "format", "minimum")) {
                if (node.path(key).isValueNode() && !node.path(key).isMissingNode()) {
                    changes.add(new Change(path + " other " + key, edited(from, path, it -> it.put(key, "other"))));
                    changes.add(new Change(path + " no " + key, edited(from, path, it -> it.remove(key))));
                }
            }
            for (var key : List.of("enum", "required")) {
                if (node.path(key).isArray()) {
                    changes.add(new Change(
                            path + " less " + key, edited(from, path, it -> ((ArrayNode) it.get(key)).remove(0))));
                }
            }
            if (node.path("type").asText().equals("string") && !node.has("enum")) {
                changes.add(new Change(
                        path + " only some words",
                        edited(from, path, it -> it.putArray("enum").add("ONE"))));
            }
            if (node.path("required").isArray()) {
                changes.add(new Change(
                        path + " more required",
                        edited(from, path, it -> ((ArrayNode) it.get("required")).add("new"))));
            }
        });
        return changes;
    }

    static List<Change> growing(JsonNode from) {
        var changes = new ArrayList<Change>();
        at(from, "", (path, node) -> {
            if (node.path("properties").isObject()) {
                changes.add(new Change(
                        path + " new", edited(from, path, it -> ((ObjectNode) it.get("properties")).putObject("new"))));
            }
            if (node.path("enum").isArray()) {
                changes.add(new Change(
                        path + " word", edited(from, path, it -> ((ArrayNode) it.get("enum")).add("NEW"))));
            }
            if (node.path("oneOf").isArray()) {
                changes.add(new Change(
                        path + " kind", edited(from, path, it -> ((ArrayNode) it.get("oneOf")).addObject())));
            }
            if (node.path("channels").isObject()) {
                changes.add(new Change(path + " channel", edited(from, path, it -> {
                    ((ObjectNode) it.get("channels")).putObject("new");
                    ((ObjectNode) it.get("operations")).putObject("new");
                })));
            }
            if (node.path("description").isTextual()) {
                changes.add(new Change(path + " told", edited(from, path, it -> it.put("description", "Clearer"))));
            }
        });
        return changes;
    }

    private interface Seen {
        void at(String path, JsonNode node);
    }

    private interface Edit {
        void of(ObjectNode node);
    }

    /** Descriptions alone: a property may well be called type. */
    private static void at(JsonNode node, String path, Seen seen) {
        if (node.isObject() && !path.endsWith("/properties") && !path.endsWith("/$defs")) {
            seen.at(path, node);
        }
        if (node.isObject()) {
            node.properties().forEach(inside -> {
                if (!inside.getKey().equals("examples")) {
                    at(inside.getValue(), path + "/" + escaped(inside.getKey()), seen);
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                at(node.get(i), path + "/" + i, seen);
            }
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode edited(JsonNode from, String path, Edit edit) {
        var copy = from.deepCopy();
        edit.of((ObjectNode) copy.at(path));
        return copy;
    }
}
