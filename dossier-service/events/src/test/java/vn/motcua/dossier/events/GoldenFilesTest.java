package vn.motcua.dossier.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was published once stays readable, and what is published today is what the golden files and schemas say. To write those of
 * a new release: run with {@code -Dgolden.write=<folder>} and copy.
 */
class GoldenFilesTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(GoldenFilesTest::schema));

    static Stream<DossierEvent> facts() {
        return Examples.facts().stream();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactIsWrittenAsItsGoldenFile(DossierEvent fact) throws IOException {
        var written = EventFormat.canonicalText(fact);
        var folder = System.getProperty("golden.write");
        if (folder != null) {
            Files.writeString(Path.of(folder, fact.type() + ".json"), written);
        }
        assertThat(written).isEqualTo(golden(fact.type()));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyGoldenFileReadsBackAsItsFact(DossierEvent fact) throws IOException {
        assertThat(EventFormat.read(fact.type(), golden(fact.type()).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyGoldenFileFitsItsSchema(DossierEvent fact) throws IOException {
        assertThat(complaints(fact.type(), golden(fact.type()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aSchemaNoticesAMissingDossier(DossierEvent fact) {
        assertThat(complaints(fact.type(), "{\"actor\":{\"role\":\"SYSTEM\"}}")).isNotEmpty();
    }

    /** The page leaves out what all facts have, and writes forms and hashes short. */
    @ParameterizedTest
    @MethodSource("facts")
    void thePageForPeopleShowsWhatEveryFactSays(DossierEvent fact) throws IOException {
        var data = (ObjectNode) EventFormat.mapper().readTree(golden(fact.type()));
        var beside = data.without(List.of("actor", "dossier")).toString();
        var name = fact.type().replaceAll("^vn\\.motcua\\.dossier\\.|\\.v1$", "");
        var page = Files.readString(Path.of("README.md"));
        if (beside.equals("{}")) {
            assertThat(page).contains("`" + name + "`");
        } else {
            var shown =
                    beside.replaceAll("\"form\":\\{[^}]*}", "\"form\":…").replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
            assertThat(page).containsPattern("(?m)^" + Pattern.quote(name) + " +" + Pattern.quote(shown) + "$");
        }
    }

    @Test
    void everyKindOfFactHasAnExampleAndASchemaAndEverySchemaItsFact() throws Exception {
        var kinds = Stream.of(DossierEvent.class.getPermittedSubclasses())
                .filter(kind -> kind != Unrecognised.class)
                .map(GoldenFilesTest::wireName)
                .toList();
        assertThat(Examples.facts()).extracting(DossierEvent::type).containsExactlyInAnyOrderElementsOf(kinds);
        try (var files = Files.list(schemaFolder())) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("vn.motcua.dossier.")
                                    && !name.contains("common")
                                    && !name.contains("restricted"))
                            .map(name -> name.replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(kinds);
        }
    }

    private static String wireName(Class<?> kind) {
        try {
            return (String) kind.getField("TYPE").get(null);
        } catch (ReflectiveOperationException bug) {
            throw new AssertionError(bug);
        }
    }

    private static Path schemaFolder() throws URISyntaxException {
        return Path.of(GoldenFilesTest.class.getResource("schemas").toURI());
    }

    private static String schema(String id) {
        var file = "schemas/" + id.replace("urn:motcua:schema:", "") + ".json";
        try (var in = GoldenFilesTest.class.getResourceAsStream(file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException bug) {
            throw new AssertionError(bug);
        }
    }

    private static String golden(String type) throws IOException {
        try (var in = GoldenFilesTest.class.getResourceAsStream("/golden/" + type + ".json")) {
            assertThat(in).as("golden file of " + type).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<?> complaints(String type, String json) {
        return SCHEMAS.getSchema(SchemaLocation.of(EventAttributes.schemaOf(type)))
                .validate(json, InputFormat.JSON);
    }
}
