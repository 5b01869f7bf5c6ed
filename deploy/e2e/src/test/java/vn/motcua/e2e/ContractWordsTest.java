package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.events.HistoryRoot;
import vn.motcua.dossier.events.Restricted;
import vn.motcua.dossier.events.feedback.FeedbackEvent;
import vn.motcua.postal.events.PostalEvent;
import vn.motcua.postal.events.RestrictedPostal;

/**
 * Every word that a schema lists is one that the readers know: a word that was added to a schema alone would be read as UNKNOWN, and nobody would see it.
 */
class ContractWordsTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> FOLDERS = List.of(
            "dossier-service/events/src/main/resources/vn/motcua/dossier/events/schemas",
            "dossier-service/events/src/main/resources/vn/motcua/dossier/events/feedback/schemas",
            "postal-service/events/src/main/resources/vn/motcua/postal/events/schemas");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> schemas = schemas();
    private final Set<JsonNode> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> unread = new ArrayList<>();

    @Test
    void everyWordOfEverySchemaIsReadAsItself() {
        readers().forEach((schema, reader) -> walk(schema, schemas.get(schema), reader));
        var kinds = schemas.get("vn.motcua.catalogue.v1").path("$defs");
        for (var kind : CatalogueEntry.class.getPermittedSubclasses()) {
            // The definition that is named as the class, or as its last word: override of CalendarOverride.
            kinds.properties().stream()
                    .filter(one -> kind.getSimpleName()
                            .toLowerCase()
                            .endsWith(one.getKey().toLowerCase()))
                    .forEach(one -> walk("vn.motcua.catalogue.v1", one.getValue(), kind));
        }
        assertThat(unread).isEmpty();
        var passedOver = new ArrayList<String>();
        schemas.forEach((name, schema) -> passedOver(name, schema, passedOver));
        assertThat(passedOver).as("words that no reader was asked about").isEmpty();
        assertThat(read).hasSizeGreaterThan(40);
    }

    /** Which class reads what which schema describes. */
    private Map<String, Class<?>> readers() {
        var readers = new HashMap<String, Class<?>>(Map.of(
                "vn.motcua.dossier.restricted.v1", Restricted.class,
                "vn.motcua.history-root.v1", HistoryRoot.class,
                "vn.motcua.postal.restricted.v1", RestrictedPostal.class));
        Stream.of(DossierEvent.class, FeedbackEvent.class, PostalEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .filter(fact -> !"Unrecognised".equals(fact.getSimpleName()))
                .forEach(fact -> readers.put(type(fact), fact));
        readers.keySet().removeIf(name -> !schemas.containsKey(name));
        return readers;
    }

    private static String type(Class<?> fact) {
        try {
            return (String) fact.getField("TYPE").get(null);
        } catch (ReflectiveOperationException everyFactHasOne) {
            throw new AssertionError(fact.toString(), everyFactHasOne);
        }
    }

    private void walk(String file, JsonNode schema, Type reader) {
        var reference = schema.path("$ref").asText("");
        if (!reference.isEmpty()) {
            var at = reference.indexOf('#');
            var other = at == 0 ? file : reference.substring(reference.lastIndexOf(':', at) + 1, at);
            walk(other, schemas.get(other).at(reference.substring(at + 1)), reader);
        }
        schema.path("allOf").forEach(part -> walk(file, part, reader));
        if (schema.has("enum")) {
            read.add(schema);
            schema.path("enum").forEach(word -> word(file, word.asText(), reader));
        }
        if (schema.has("items") && reader instanceof ParameterizedType list) {
            walk(file, schema.path("items"), list.getActualTypeArguments()[0]);
        }
        if (reader instanceof Class<?> type && type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                if (schema.path("properties").has(component.getName())) {
                    walk(file, schema.path("properties").path(component.getName()), component.getGenericType());
                }
            }
        }
    }

    /** A text is read as it is. */
    private void word(String file, String word, Type reader) {
        if (reader == String.class) {
            return;
        }
        if (!(reader instanceof Class<?> type) || !type.isEnum()) {
            unread.add(file + " lists " + word + ", and the reader has " + reader);
            return;
        }
        var known = EventFormat.mapper().convertValue(word, type);
        if (known == null || isStandIn((Enum<?>) known)) {
            unread.add(file + " lists " + word + ", and " + type.getSimpleName() + " reads " + known);
        }
    }

    private static boolean isStandIn(Enum<?> constant) {
        try {
            return constant.getDeclaringClass()
                    .getField(constant.name())
                    .isAnnotationPresent(JsonEnumDefaultValue.class);
        } catch (NoSuchFieldException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void passedOver(String place, JsonNode node, List<String> found) {
        if (node.has("enum") && !read.contains(node)) {
            found.add(place + " " + node.path("enum"));
        }
        node.properties().forEach(inside -> passedOver(place + "/" + inside.getKey(), inside.getValue(), found));
        if (node.isArray()) {
            node.forEach(each -> passedOver(place, each, found));
        }
    }

    private static Map<String, JsonNode> schemas() {
        var schemas = new HashMap<String, JsonNode>();
        for (var folder : FOLDERS) {
            try (var files = Files.list(PROJECT.resolve(folder))) {
                for (var file : files.toList()) {
                    schemas.put(file.getFileName().toString().replace(".json", ""), JSON.readTree(file.toFile()));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return schemas;
    }
}
