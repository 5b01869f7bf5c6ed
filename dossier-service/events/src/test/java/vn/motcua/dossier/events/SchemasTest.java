package vn.motcua.dossier.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas are read by people who have nothing else: every property says what it is, and what has a size says how large it gets. */
class SchemasTest {

    @ParameterizedTest
    @ValueSource(strings = {"schemas", "feedback/schemas"})
    void everyPropertySaysWhatItIs(String folder) throws Exception {
        assertThat(findings(folder, property -> property.has("description") ? null : "is not described"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schemas", "feedback/schemas"})
    void everyPropertyHasAnEnd(String folder) throws Exception {
        assertThat(findings(folder, SchemasTest::endless)).isEmpty();
    }

    private static String endless(JsonNode property) {
        return switch (property.path("type").asText()) {
            case "string" ->
                property.has("maxLength") || property.has("format") || property.has("pattern") || property.has("enum")
                        ? null
                        : "has no maxLength";
            case "integer", "number" -> property.has("maximum") ? null : "has no maximum";
            case "array" -> property.has("maxItems") ? null : "has no maxItems";
            default -> null;
        };
    }

    private interface Rule {
        /** What is wrong; null if nothing is. */
        String of(JsonNode property);
    }

    private static List<String> findings(String folder, Rule rule) throws IOException, URISyntaxException {
        var found = new ArrayList<String>();
        try (var files =
                Files.list(Path.of(SchemasTest.class.getResource(folder).toURI()))) {
            for (var file : files.sorted().toList()) {
                walk(
                        EventFormat.mapper().readTree(Files.readAllBytes(file)),
                        file.getFileName().toString(),
                        rule,
                        found);
            }
        }
        return found;
    }

    private static void walk(JsonNode node, String place, Rule rule, List<String> found) {
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            var wrong = rule.of(property.getValue());
            if (wrong != null) {
                found.add(place + "/" + property.getKey() + " " + wrong);
            }
        }
        for (Map.Entry<String, JsonNode> inside : node.properties()) {
            walk(inside.getValue(), place + "/" + inside.getKey(), rule, found);
        }
    }
}
