package vn.motcua.postal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an engineer of another system finds in the schemas alone: what each property means, and how large it may become. */
class SchemasTest {

    /** Beyond it, readers whose numbers are doubles (RFC 8785 is for them) lose digits. */
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> SCHEMAS = new TreeMap<>();

    @BeforeAll
    static void read() throws Exception {
        try (var files =
                Files.list(Path.of(SchemasTest.class.getResource("schemas").toURI()))) {
            for (var file : files.toList()) {
                SCHEMAS.put(file.getFileName().toString().replace(".json", ""), JSON.readTree(file.toFile()));
            }
        }
    }

    @Test
    void everySchemaIsCalledAsItsFileAndHasATitle() {
        assertThat(SCHEMAS).allSatisfy((name, schema) -> {
            assertThat(schema.path("$id").asText()).isEqualTo("urn:motcua:schema:" + name);
            assertThat(schema.path("title").asText()).isNotBlank();
        });
    }

    @Test
    void everyPropertyOfEverySchemaSaysWhatItMeans() {
        var silent = new ArrayList<String>();
        SCHEMAS.forEach((name, schema) -> properties(name, schema, (path, property) -> {
            if (property.path("description").asText().isBlank()
                    && resolved(schema, property).path("description").asText().isBlank()) {
                silent.add(path);
            }
        }));
        assertThat(silent).isEmpty();
    }

    @Test
    void everyTextListAndNumberSaysHowLargeItMayBecome() {
        var unbounded = new ArrayList<String>();
        SCHEMAS.forEach((name, schema) -> everyType(name, schema, (path, type) -> {
            var bounded = switch (type.path("type").asText()) {
                case "string" -> type.has("maxLength");
                case "array" -> type.has("maxItems") && type.has("items");
                case "integer" -> type.has("minimum") && type.path("maximum").asLong(Long.MAX_VALUE) <= LARGEST_EXACT;
                case "number" -> false;
                default -> true;
            };
            if (!bounded) {
                unbounded.add(path);
            }
        }));
        assertThat(unbounded).isEmpty();
    }

    /** Hears of what a schema says. */
    private interface Seen {
        void at(String path, JsonNode node);
    }

    private static void properties(String path, JsonNode node, Seen seen) {
        node.path("properties")
                .properties()
                .forEach(property -> seen.at(path + "/" + property.getKey(), property.getValue()));
        children(node).forEach((name, child) -> properties(path + "/" + name, child, seen));
    }

    private static void everyType(String path, JsonNode node, Seen seen) {
        if (node.path("type").isTextual()) {
            seen.at(path, node);
        }
        children(node).forEach((name, child) -> everyType(path + "/" + name, child, seen));
    }

    private static Map<String, JsonNode> children(JsonNode node) {
        var children = new TreeMap<String, JsonNode>();
        for (var keyword : List.of("properties", "$defs")) {
            node.path(keyword).properties().forEach(child -> children.put(child.getKey(), child.getValue()));
        }
        for (var keyword : List.of("allOf", "anyOf", "oneOf")) {
            for (int i = 0; i < node.path(keyword).size(); i++) {
                children.put(keyword + i, node.path(keyword).get(i));
            }
        }
        if (node.has("items")) {
            children.put("items", node.get("items"));
        }
        return children;
    }

    private static JsonNode resolved(JsonNode schema, JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        var parts = node.get("$ref").asText().split("#", 2);
        var target = parts[0].isEmpty() ? schema : SCHEMAS.get(parts[0].replace("urn:motcua:schema:", ""));
        assertThat(target).as(node.toString()).isNotNull();
        var found = target.at(parts[1]);
        assertThat(found.isMissingNode()).as(node.toString()).isFalse();
        return found;
    }
}
