package vn.motcua.postal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.events.EventAttributes;

/**
 * What was published once stays readable, and what is published today is what the golden files and schemas say. To write those of
 * a new release: run with {@code -Dgolden.write=<folder>} and copy.
 */
class GoldenFilesTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(GoldenFilesTest::schema));

    static Stream<PostalEvent> facts() {
        return Examples.facts().stream();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactIsWrittenAsItsGoldenFile(PostalEvent fact) throws IOException {
        var written = PostalFormat.canonical(fact);
        var folder = System.getProperty("golden.write");
        if (folder != null) {
            Files.write(Path.of(folder, fact.type() + ".json"), written);
        }
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(golden(fact.type()));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyGoldenFileReadsBackAsItsFact(PostalEvent fact) throws IOException {
        assertThat(PostalFormat.read(fact.type(), golden(fact.type()).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyGoldenFileFitsItsSchema(PostalEvent fact) throws IOException {
        assertThat(complaints(fact.type(), golden(fact.type()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aSchemaNoticesAMissingParcelAndAnotherStatus(PostalEvent fact) throws IOException {
        assertThat(complaints(fact.type(), "{}")).isNotEmpty();
        var other = golden(fact.type()).replace("\"status\":\"" + fact.postal().status(), "\"status\":\"PLANNED");
        assertThat(complaints(fact.type(), other)).isNotEmpty();
    }

    @Test
    void theTwinOfAFactIsWrittenAsItsGoldenFileReadsBackAndFitsItsSchema() throws IOException {
        var fact = Examples.facts().get(1);
        var name = "vn.motcua.postal.restricted.v1";
        var written = PostalFormat.restricted(PostalFormat.canonical(fact), "RR473124829VN");
        var folder = System.getProperty("golden.write");
        if (folder != null) {
            Files.write(Path.of(folder, name + ".json"), written);
        }
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(golden(name));
        assertThat(PostalFormat.readRestricted(fact.type(), golden(name).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new RestrictedPostal(fact, "RR473124829VN"));
        assertThat(EventAttributes.schemaOf(name)).isEqualTo(PostalTopics.RESTRICTED_SCHEMA);
        assertThat(complaints(name, golden(name))).isEmpty();
        assertThat(complaints(name, golden(fact.type())))
                .as("the shared value is none of the restricted topic")
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void noFactHoldsATrackingNumberOrAPerson(PostalEvent fact) throws IOException {
        assertThat(golden(fact.type())).doesNotContain("tracking", "name", "phone", "address");
    }

    @Test
    void everyKindOfFactHasAnExampleAndASchemaAndEverySchemaItsFact() throws Exception {
        var kinds = Stream.of(PostalEvent.class.getPermittedSubclasses())
                .filter(kind -> kind != Unrecognised.class)
                .map(GoldenFilesTest::wireName)
                .toList();
        assertThat(Examples.facts()).extracting(PostalEvent::type).containsExactlyInAnyOrderElementsOf(kinds);
        try (var files =
                Files.list(Path.of(GoldenFilesTest.class.getResource("schemas").toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString()).map(name -> name.replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    kinds.stream(),
                                    Stream.of("vn.motcua.postal.common.v1", "vn.motcua.postal.restricted.v1"))
                            .toList());
        }
    }

    private static String wireName(Class<?> kind) {
        try {
            return (String) kind.getField("TYPE").get(null);
        } catch (ReflectiveOperationException bug) {
            throw new AssertionError(bug);
        }
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
