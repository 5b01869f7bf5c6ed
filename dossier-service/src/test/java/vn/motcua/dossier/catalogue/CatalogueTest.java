package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.Limit;

class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    @Test
    void theShippedCatalogueHoldsWhatTheProvinceNeeds() {
        assertThat(CATALOGUE.agencies())
                .extracting(Agency::code)
                .containsExactly(
                        "G01",
                        "G01.H03",
                        "H03",
                        "H03.01",
                        "H03.02",
                        "H03.03",
                        "H03.04",
                        "H03.05",
                        "H03.06",
                        "H03.07",
                        "H03.08",
                        "H03.09",
                        "H03.10",
                        "H03.11",
                        "H03.12",
                        "H03.13",
                        "H03.14",
                        "H03.15",
                        "H03.16",
                        "H03.31",
                        "H03.31.01",
                        "H03.31.02",
                        "H03.32",
                        "H03.32.01",
                        "H03.32.02");
        assertThat(CATALOGUE.agency("H03.02"))
                .get()
                .extracting(agency -> agency.names().vi())
                .isEqualTo("Sở Kế hoạch và Đầu tư");
        assertThat(CATALOGUE.procedures().stream()
                        .map(Procedure::code)
                        .filter(code -> code.contains(".9007") || code.contains(".9001"))
                        .distinct()
                        .count())
                .isEqualTo(12);
        assertThat(CATALOGUE.procedures().stream().map(p -> p.limit().unit()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(
                        Limit.Unit.WORKING_DAYS, Limit.Unit.CALENDAR_DAYS, Limit.Unit.WORKING_HOURS, Limit.Unit.NONE));
        assertThat(CATALOGUE.procedures()).anyMatch(Procedure::immediate).anyMatch(p -> !p.online());
        assertThat(CATALOGUE.reasons().stream()
                        .map(CatalogueEntry.Reason::purpose)
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(
                        "REFUSAL",
                        "DENIAL",
                        "WITHDRAWAL",
                        "STOP",
                        "EXTENSION",
                        "SENDING_BACK",
                        "RESULT_RECALL",
                        "CORRECTION",
                        "LEG_WITHDRAWAL",
                        "LEG_REFUSAL",
                        "LEG_DELAY",
                        "FEE_RELIEF",
                        "REFUND",
                        "FEEDBACK_REFUSAL"));
    }

    @Test
    void everyCodeThatIsMadeUpSaysSo() {
        assertThat(CATALOGUE.agencies()).allMatch(Agency::synthetic);
        assertThat(CATALOGUE.procedures()).allMatch(Procedure::synthetic);
    }

    @Test
    void aProcedureIsTheOneInForceOnThatDay() {
        assertThat(onDay("2.900702", "2022-06-30")).isEqualTo("version 1, 5 WORKING_DAYS, level 3");
        assertThat(onDay("2.900702", "2022-07-01")).isEqualTo("version 2, 3 WORKING_DAYS, level 3");
        assertThat(onDay("2.900702", "2022-08-15")).isEqualTo("version 3, 3 WORKING_DAYS, level PARTIAL");
        assertThat(CATALOGUE.procedureOn("2.900702", LocalDate.of(2018, 6, 20))).isEmpty();
        assertThat(CATALOGUE.procedureOn("2.999999", LocalDate.of(2022, 6, 8))).isEmpty();
    }

    @Test
    void aDossierFindsItsVersionAgainYearsLater() {
        assertThat(CATALOGUE.procedure("2.900702", 1))
                .get()
                .extracting(Procedure::limit)
                .isEqualTo(new Limit(5, Limit.Unit.WORKING_DAYS));
        assertThat(CATALOGUE.procedure("2.900702", 9)).isEmpty();
    }

    @Test
    void levelsThreeAndFourEndWithTheDecreeThatNamedThem() {
        assertThat(CATALOGUE.procedures())
                .filteredOn(p -> Set.of("3", "4").contains(p.serviceLevel()))
                .allMatch(p -> p.validTo() != null && !p.validTo().isAfter(LocalDate.of(2022, 8, 14)));
        assertThat(CATALOGUE.procedures())
                .filteredOn(p -> Set.of("PARTIAL", "FULL").contains(p.serviceLevel()))
                .allMatch(p -> !p.validFrom().isBefore(LocalDate.of(2022, 8, 15)));
    }

    @Test
    void aPathLeadsFromTheProvinceDown() {
        assertThat(CATALOGUE.path("H03.31.02")).containsExactly("H03", "H03.31", "H03.31.02");
        assertThat(CATALOGUE.path("H03")).containsExactly("H03");
        assertThatThrownBy(() -> CATALOGUE.path("H04"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("H04");
    }

    @Test
    void theCalendarOfAnAgencyCountsItsLimits() {
        Procedure procedure =
                CATALOGUE.procedureOn("1.900201", LocalDate.of(2022, 6, 8)).orElseThrow();
        assertThat(CATALOGUE.limit(procedure)).isEqualTo(TimeLimit.workingDays(3));
        assertThat(CATALOGUE.calendar("H03.02").due(Instant.parse("2022-06-08T02:00:00Z"), CATALOGUE.limit(procedure)))
                .contains(Instant.parse("2022-06-13T02:00:00Z"));
    }

    private static String onDay(String code, String day) {
        Procedure procedure = CATALOGUE.procedureOn(code, LocalDate.parse(day)).orElseThrow();
        return "version " + procedure.version() + ", " + procedure.limit().amount() + " "
                + procedure.limit().unit() + ", level " + procedure.serviceLevel();
    }
}
