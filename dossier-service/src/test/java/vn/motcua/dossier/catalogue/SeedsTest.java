package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.catalogue.Statistics.Department;
import vn.motcua.dossier.catalogue.Statistics.HandledAt;
import vn.motcua.dossier.events.CatalogueEntry.FeeTiming;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;

/** The shipped catalogue gives the figures that the province reported. Source: the portal of Bắc Kạn, 8 June 2022. */
class SeedsTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final LocalDate ARTICLE = LocalDate.of(2022, 6, 8);
    private static final Statistics THEN = Statistics.of(CATALOGUE, ARTICLE);

    @Test
    void theProvinceHas1363OnlineProcedures() {
        assertThat(THEN.online()).isEqualTo(1363);
        assertThat(THEN.serviceLevels()).containsEntry("4", 1293).containsEntry("3", 70);
    }

    @Test
    void justiceHas132OfWhich108AtLevelFour() {
        assertThat(department("H03.01").procedures()).isEqualTo(132);
        assertThat(department("H03.01").serviceLevels()).containsEntry("4", 108);
    }

    @Test
    void agricultureHas85Online() {
        assertThat(department("H03.04").online()).isEqualTo(85);
    }

    @Test
    void industryAndTradeHas134AtLevelFourAtThreeLevelsOfGovernment() {
        Department trade = department("H03.05");
        assertThat(trade.serviceLevels()).containsEntry("4", 134);
        // One more at level 3 belongs to the department itself.
        assertThat(trade.handledAt())
                .isEqualTo(Map.of(HandledAt.PROVINCE, 115 + 1, HandledAt.DISTRICT, 17, HandledAt.COMMUNE, 2));
        assertThat(trade.serviceLevels()).containsEntry("3", 1);
    }

    @Test
    void theSameProceduresAreThereAfterTheLevelsEnded() {
        Statistics now = Statistics.of(CATALOGUE, LocalDate.of(2022, 8, 15));
        assertThat(now.online()).isEqualTo(1363);
        assertThat(now.serviceLevels()).containsEntry("FULL", 1293).containsEntry("PARTIAL", 70);
        assertThat(Statistics.of(CATALOGUE, LocalDate.of(2022, 8, 14)).serviceLevels())
                .isEqualTo(THEN.serviceLevels());
        assertThat(Statistics.of(CATALOGUE, LocalDate.of(2018, 6, 20)).procedures())
                .isZero();
    }

    @Test
    void everyProcedureCountsOnceInEverySum() {
        assertThat(THEN.departments().stream().mapToInt(Department::procedures).sum())
                .isEqualTo(THEN.procedures());
        assertThat(THEN.departments())
                .allSatisfy(one -> assertThat(one.sectors().stream()
                                .mapToInt(Statistics.Sector::procedures)
                                .sum())
                        .isEqualTo(one.procedures()));
    }

    @Test
    void aSampleSaysThatItIsOne() {
        assertThat(CATALOGUE.procedure("1.905017", 1)).get().satisfies(sample -> {
            assertThat(sample.names().vi()).isEqualTo("Thủ tục mẫu số 17 lĩnh vực Công Thương");
            assertThat(sample.synthetic()).isTrue();
        });
    }

    @Test
    void theSameFileGivesTheSameProcedures() {
        assertThat(seeds().entries()).isEqualTo(seeds().entries());
        var codes = new HashSet<String>();
        CATALOGUE.proceduresOn(ARTICLE).forEach(procedure -> codes.add(procedure.code()));
        assertThat(codes).hasSize(THEN.procedures());
    }

    /** What became of the ranges is not part of the file's digest: whoever changes that raises the file's version, and then this. */
    @Test
    void whatTheRangesBecomeChangesWithTheFilesVersionOnly() {
        String made = Digests.of(seeds().entries().stream()
                .map(vn.motcua.dossier.events.EventFormat::canonicalText)
                .collect(java.util.stream.Collectors.joining("\n")));
        assertThat(seeds().version() + " " + made)
                .isEqualTo("1 sha256:16988be9379c24a95c88e838ba8445ef36ed5f84d2ce7e703e9b1c8702cfa357");
    }

    @Test
    void theRegistrationOfMotorcyclesIsDelegatedFromOneDayOn() {
        Procedure plates = CATALOGUE.procedureOn("1.900307", ARTICLE).orElseThrow();
        assertThat(CATALOGUE.competentOn(plates, "H03.03", LocalDate.of(2022, 5, 20)))
                .isTrue();
        assertThat(CATALOGUE.competentOn(plates, "H03.31", LocalDate.of(2022, 5, 20)))
                .isFalse();
        assertThat(CATALOGUE.competentOn(plates, "H03.31", LocalDate.of(2022, 5, 21)))
                .isTrue();
        assertThat(CATALOGUE.competentOn(plates, "H03.31", LocalDate.of(2025, 7, 1)))
                .isFalse();
        assertThat(CATALOGUE.competentOn(plates, "H03.32.02", LocalDate.of(2025, 7, 1)))
                .isTrue();
    }

    @Test
    void proceduresWithFeesHaveAWorkflowOfSevenSteps() {
        assertThat(CATALOGUE.proceduresOn(ARTICLE))
                .filteredOn(procedure -> procedure.fees() != null)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(procedure -> {
                    assertThat(procedure.workflow()).hasSize(7);
                    assertThat(procedure.fees()).anyMatch(fee -> fee.timing() == FeeTiming.POSTPAID);
                })
                .anyMatch(procedure -> procedure.agencies().contains("H03.01"));
    }

    private static CatalogueFile seeds() {
        return CatalogueFiles.shipped().stream()
                .filter(file -> file.name().equals("seeds"))
                .findFirst()
                .orElseThrow();
    }

    private static Department department(String code) {
        return THEN.departments().stream()
                .filter(one -> one.agency().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
