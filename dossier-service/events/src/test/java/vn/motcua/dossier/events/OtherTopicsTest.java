package vn.motcua.dossier.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue, the daily roots and the restricted twin are as much a promise as the facts: golden files and schemas hold them too. */
class OtherTopicsTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(OtherTopicsTest::schema));
    private static final CatalogueEntry.Names NAMES = new CatalogueEntry.Names("Tên", "Name");
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final List<List<String>> SESSIONS = List.of(List.of("07:00", "11:30"), List.of("13:30", "17:00"));

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("vn.motcua.catalogue.v1", "catalogue/AGENCY", agency(), CatalogueEntry.class),
                Arguments.of("vn.motcua.catalogue.v1", "catalogue/PROCEDURE", procedure(), CatalogueEntry.class),
                Arguments.of("vn.motcua.catalogue.v1", "catalogue/CALENDAR", calendar(), CatalogueEntry.class),
                Arguments.of(
                        "vn.motcua.catalogue.v1",
                        "catalogue/REASON",
                        new CatalogueEntry.Reason("NOT_COMPETENT", 1, "REFUSAL", NAMES),
                        CatalogueEntry.class),
                Arguments.of("vn.motcua.catalogue.v1", "catalogue/OVERRIDE", override(), CatalogueEntry.class),
                Arguments.of(
                        "vn.motcua.history-root.v1",
                        "history-root",
                        HistoryRoot.of(
                                LocalDate.of(2026, 7, 1),
                                Examples.SOURCE,
                                48_211,
                                new byte[32],
                                "sha256:" + "ab".repeat(32)),
                        HistoryRoot.class));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueIsWrittenAsItsGoldenFile(String schema, String file, Object value) throws IOException {
        var written = EventFormat.canonicalText(value);
        var folder = System.getProperty("golden.write");
        if (folder != null) {
            Files.createDirectories(Path.of(folder, file).getParent());
            Files.writeString(Path.of(folder, file + ".json"), written);
        }
        assertThat(written).isEqualTo(golden(file));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyGoldenFileReadsBackAndFitsItsSchema(String schema, String file, Object value, Class<?> shape)
            throws IOException {
        assertThat(EventFormat.mapper().readValue(golden(file), shape)).isEqualTo(value);
        assertThat(complaints(schema, golden(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("values")
    void aSchemaNoticesAMissingFieldOfEveryKind(String schema, String file) throws IOException {
        var without = golden(file).replaceFirst("\"(code|source)\":\"[^\"]*\",", "");
        assertThat(without).isNotEqualTo(golden(file));
        assertThat(complaints(schema, without)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsKnownIsReadAndWhatIsOfAKindToComeIsPassedOver(String schema, String file, Object value, Class<?> shape) {
        if (shape == CatalogueEntry.class) {
            var kind = ((CatalogueEntry) value).wireKind();
            assertThat(EventFormat.readEntry(golden(file).getBytes(UTF_8))).contains((CatalogueEntry) value);
            var toCome = golden(file).replace("\"kind\":\"" + kind + "\"", "\"kind\":\"LEGAL_PROFILE\"");
            assertThat(EventFormat.readEntry(toCome.getBytes(UTF_8))).isEmpty();
            var without = golden(file).replace("\"kind\":\"" + kind + "\",", "");
            assertThatThrownBy(() -> EventFormat.readEntry(without.getBytes(UTF_8)))
                    .isInstanceOf(UnreadableEvent.class);
        }
    }

    @Test
    void theRestrictedTwinIsTheFactAndItsRecipient() throws IOException {
        var fact = EventFormat.canonical(Examples.facts().get(1));
        var twin = new String(EventFormat.restricted(fact, Examples.recipient()), UTF_8);
        var folder = System.getProperty("golden.write");
        if (folder != null) {
            Files.writeString(Path.of(folder, "restricted.json"), twin);
        }
        assertThat(twin).isEqualTo(golden("restricted"));
        assertThat(complaints("vn.motcua.dossier.restricted.v1", twin)).isEmpty();
    }

    private static CatalogueEntry agency() {
        return new CatalogueEntry.Agency(
                "H03.01",
                2,
                NAMES,
                NAMES,
                "H03",
                List.of("H03", "H03.01"),
                2,
                "Tổ 1, phường Phùng Chí Kiên",
                "02090000001",
                "H03.31",
                "VN",
                FIRST,
                LAST,
                true,
                CatalogueEntry.AgencyType.DEPARTMENT,
                "H03.06");
    }

    private static CatalogueEntry procedure() {
        return new CatalogueEntry.Procedure(
                "2.000635",
                1,
                NAMES,
                "CIVIL_STATUS",
                NAMES,
                new Limit(3, Limit.Unit.WORKING_DAYS),
                "FULL",
                true,
                false,
                List.of("H03.01"),
                List.of(new CatalogueEntry.Component("CCCD", NAMES, 0, 1, true, CatalogueEntry.Upload.REQUIRED)),
                FIRST,
                LAST,
                true,
                "H03.01",
                List.of(new CatalogueEntry.Fee(
                        "APPRAISAL", NAMES, CatalogueEntry.FeeKind.FEE, 200_000, CatalogueEntry.FeeTiming.PREPAID)),
                List.of(new CatalogueEntry.WorkflowStep("CHECK", NAMES, CatalogueEntry.WorkflowRole.OFFICER, 24)),
                List.of(new CatalogueEntry.Competence("H03.31", FIRST, LAST)),
                new CatalogueEntry.Keeping(CatalogueEntry.KeepingTerm.YEARS, 20, "Basis"));
    }

    private static CatalogueEntry calendar() {
        var year = new CatalogueEntry.Year(
                List.of(LocalDate.of(2022, 9, 1)), List.of(LocalDate.of(2022, 9, 10)), "Notice");
        return new CatalogueEntry.Calendar("VN", 1, "Asia/Ho_Chi_Minh", SESSIONS, Map.of("2022", year));
    }

    private static CatalogueEntry override() {
        return new CatalogueEntry.CalendarOverride(
                "H03.31@2026-09-07",
                1,
                "H03.31",
                LocalDate.of(2026, 9, 7),
                true,
                NAMES,
                "12/TB-UBND",
                SESSIONS.subList(0, 1));
    }

    private static String schema(String id) {
        return read("schemas/" + id.replace("urn:motcua:schema:", "") + ".json");
    }

    private static String golden(String file) {
        return read("/golden/" + file + ".json");
    }

    private static String read(String resource) {
        try (var in = OtherTopicsTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException bug) {
            throw new AssertionError(bug);
        }
    }

    private static List<?> complaints(String schema, String json) {
        return SCHEMAS.getSchema(SchemaLocation.of("urn:motcua:schema:" + schema))
                .validate(json, InputFormat.JSON);
    }
}
