package vn.motcua.dossier.events.feedback;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.events.EventAttributes;
import vn.motcua.dossier.events.EventFormat;

/**
 * What was published once stays readable, and what is published today is what the golden files and schemas say. To write those of
 * a new release: run with {@code -Dgolden.write=<folder>} and copy.
 */
class FeedbackGoldenFilesTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(FeedbackGoldenFilesTest::schema));

    static Stream<FeedbackEvent> facts() {
        return Examples.facts().stream();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactIsWrittenAsItsGoldenFile(FeedbackEvent fact) throws IOException {
        var written = EventFormat.canonicalText(fact);
        var folder = System.getProperty("golden.write");
        if (folder != null) {
            Files.writeString(Path.of(folder, fact.type() + ".json"), written);
        }
        assertThat(written).isEqualTo(golden(fact.type()));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyGoldenFileReadsBackAsItsFact(FeedbackEvent fact) throws IOException {
        assertThat(FeedbackFormat.read(fact.type(), golden(fact.type()).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyGoldenFileFitsItsSchema(FeedbackEvent fact) throws IOException {
        assertThat(complaints(fact.type(), golden(fact.type()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aSchemaNoticesAMissingState(FeedbackEvent fact) {
        assertThat(complaints(fact.type(), "{\"actor\":{\"role\":\"SYSTEM\"}}")).isNotEmpty();
    }

    @Test
    void anUnknownFactIsPassedOverWithItsState() {
        var known = EventFormat.canonical(Examples.facts().get(0));
        var read = FeedbackFormat.read("vn.motcua.feedback.sung.v1", known);
        assertThat(read).isInstanceOf(Unrecognised.class);
        assertThat(read.feedback()).isEqualTo(Examples.facts().get(0).feedback());
        assertThat(FeedbackFormat.read(
                        "vn.motcua.feedback.sung.v1", "{\"feedback\": 7}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Unrecognised("vn.motcua.feedback.sung.v1", null, null));
    }

    @Test
    void everyKindOfFactHasAnExampleAndASchemaAndEverySchemaItsFact() throws Exception {
        var kinds = Stream.of(FeedbackEvent.class.getPermittedSubclasses())
                .filter(kind -> kind != Unrecognised.class)
                .map(FeedbackGoldenFilesTest::wireName)
                .toList();
        assertThat(Examples.facts()).extracting(FeedbackEvent::type).containsExactlyInAnyOrderElementsOf(kinds);
        try (var files = Files.list(schemaFolder())) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("vn.motcua.feedback.") && !name.contains("common"))
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
        return Path.of(FeedbackGoldenFilesTest.class.getResource("schemas").toURI());
    }

    private static String schema(String id) {
        // What all published languages share stands with the dossier's.
        var folder = id.startsWith("urn:motcua:schema:vn.motcua.dossier.")
                ? "/vn/motcua/dossier/events/schemas/"
                : "schemas/";
        var file = folder + id.replace("urn:motcua:schema:", "") + ".json";
        try (var in = FeedbackGoldenFilesTest.class.getResourceAsStream(file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException bug) {
            throw new AssertionError(bug);
        }
    }

    private static String golden(String type) throws IOException {
        try (var in = FeedbackGoldenFilesTest.class.getResourceAsStream("/golden/feedback/" + type + ".json")) {
            assertThat(in).as("golden file of " + type).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<?> complaints(String type, String json) {
        return SCHEMAS.getSchema(SchemaLocation.of(EventAttributes.schemaOf(type)))
                .validate(json, InputFormat.JSON);
    }
}
