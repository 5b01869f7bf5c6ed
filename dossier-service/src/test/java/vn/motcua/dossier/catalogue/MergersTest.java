package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;

/** The mergers of 2025, as the example file has them for whoever wants to import it. */
class MergersTest {

    private static final LocalDate ARTICLE = LocalDate.of(2022, 6, 8);
    private static final Catalogue BEFORE = Catalogue.shipped();
    private static final Catalogue AFTER = merged();

    @Test
    void onTheDayOfTheArticleEverythingIsAsItWas() {
        assertThat(codes(AFTER.agenciesOn(ARTICLE), "H03")).isEqualTo(codes(BEFORE.agenciesOn(ARTICLE), "H03"));
        assertThat(Statistics.of(AFTER, ARTICLE)).isEqualTo(Statistics.of(BEFORE, ARTICLE));
    }

    @Test
    void fromTheFirstOfJulyTheProvinceHasNoAgencyLeft() {
        assertThat(codes(AFTER.agenciesOn(LocalDate.of(2025, 6, 30)), "H03")).hasSize(23 - 6 + 1);
        assertThat(codes(AFTER.agenciesOn(LocalDate.of(2025, 7, 1)), "H03")).isEmpty();
    }

    @Test
    void everyAgencyHasASuccessorEveryDay() {
        for (Agency agency : BEFORE.agencies()) {
            for (LocalDate day = LocalDate.of(2025, 2, 27);
                    day.isBefore(LocalDate.of(2025, 7, 3));
                    day = day.plusDays(1)) {
                assertThat(AFTER.successorOf(agency.code(), day))
                        .as(agency.code() + " on " + day)
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H03.04,    2025-02-28, H03.04",
        "H03.04,    2025-03-01, H03.21",
        "H03.09,    2025-03-01, H03.21",
        "H03.04,    2025-06-30, H03.21",
        "H03.04,    2025-07-01, H55.21",
        "H03.02,    2025-07-01, H55.10",
        "H03.01,    2025-06-30, H03.01",
        "H03.01,    2025-07-01, H55.01",
        "H03.31.02, 2025-07-01, H55.101",
        "H03.32,    2026-11-23, H55.102",
        "H03,       2025-07-01, H55",
    })
    void anAgencyIsSucceeded(String code, LocalDate day, String successor) {
        assertThat(AFTER.successorOf(code, day)).get().extracting(Agency::code).isEqualTo(successor);
    }

    @Test
    void aDelegatedProcedureGoesOnUnderTheSuccessors() {
        LocalDate day = LocalDate.of(2025, 7, 1);
        Procedure plates = AFTER.procedureOn("1.900307", day).orElseThrow();
        assertThat(plates.version()).isEqualTo(3);
        assertThat(AFTER.competentOn(plates, "H55.03", day)).isTrue();
        assertThat(AFTER.competentOn(plates, "H55.102", day)).isTrue();
        Procedure before = AFTER.procedureOn("1.900307", day.minusDays(1)).orElseThrow();
        assertThat(before.version()).isEqualTo(2);
        assertThat(AFTER.competentOn(before, "H03.03", day.minusDays(1))).isTrue();
        assertThat(AFTER.competentOn(before, "H03.03", day)).isFalse();
    }

    static List<CatalogueEntry> example() {
        try (var file = MergersTest.class.getResourceAsStream("/catalogue/examples/mergers-2025.json")) {
            var lines = ImportedLines.json(file, 1_000);
            assertThat(lines).allSatisfy(line -> assertThat(line.fault()).isNull());
            return lines.stream().map(ImportedLines.Line::entry).toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Catalogue merged() {
        Publication publication = Publication.of(BEFORE.entries(), example());
        assertThat(publication.faults()).extracting(CatalogueFault::text).isEmpty();
        Map<String, CatalogueEntry> all = new LinkedHashMap<>();
        BEFORE.entries().forEach(entry -> all.put(entry.key(), entry));
        publication.changed().forEach(entry -> all.put(entry.key(), entry));
        return Catalogue.of(new ArrayList<>(all.values()));
    }

    private static List<String> codes(List<Agency> agencies, String province) {
        return agencies.stream()
                .map(Agency::code)
                .filter(code -> code.startsWith(province))
                .toList();
    }
}
