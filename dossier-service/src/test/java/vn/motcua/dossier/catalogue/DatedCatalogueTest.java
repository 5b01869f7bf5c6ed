package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.calendar.DayKind;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.AgencyType;
import vn.motcua.dossier.events.CatalogueEntry.CalendarOverride;
import vn.motcua.dossier.events.CatalogueEntry.Competence;
import vn.motcua.dossier.events.CatalogueEntry.Names;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;

/** What the catalogue answers on which day. */
class DatedCatalogueTest {

    private static final LocalDate CLOSING = LocalDate.of(2025, 6, 30);

    /** A district closes, its commune comes directly under the province, which later becomes part of another. */
    private static final List<CatalogueEntry> FOREST = AgencyPaths.filled(List.of(
            agency("H03", 1, null, AgencyType.PROVINCE, "2018-01-01", "2025-08-31", "H55"),
            agency("H55", 1, null, AgencyType.PROVINCE, "2018-01-01", null, null),
            agency("G01", 1, null, AgencyType.MINISTRY, "2018-01-01", null, null),
            agency("G01.03", 1, "G01", AgencyType.DEPARTMENT, "2018-01-01", null, null),
            agency("H03.31", 1, "H03", AgencyType.DISTRICT, "2018-01-01", "2025-06-30", "H03.31.01"),
            agency("H03.31.01", 1, "H03.31", AgencyType.COMMUNE, "2018-01-01", "2025-06-30", null),
            agency("H03.31.01", 2, "H03", AgencyType.COMMUNE, "2025-07-01", "2025-08-31", "H55.40"),
            agency("H55.40", 1, "H55", AgencyType.COMMUNE, "2025-09-01", null, null)));

    private static final Catalogue CATALOGUE = catalogue(FOREST);

    @ParameterizedTest
    @CsvSource({
        "2017-12-31, ",
        "2018-01-01, 1",
        "2025-06-30, 1",
        "2025-07-01, 2",
        "2025-08-31, 2",
        "2025-09-01, ",
    })
    void anAgencyIsTheOneThatExistsOnThatDay(LocalDate day, Integer version) {
        assertThat(CATALOGUE.agencyOn("H03.31.01", day).map(Agency::version).orElse(null))
                .isEqualTo(version);
    }

    @Test
    void theForestOfADayIsThatOfItsVersions() {
        assertThat(CATALOGUE.agencyOn("H03.31.01", CLOSING))
                .get()
                .satisfies(agency -> assertThat(agency.path()).containsExactly("H03", "H03.31", "H03.31.01"));
        assertThat(CATALOGUE.agencyOn("H03.31.01", CLOSING.plusDays(1)))
                .get()
                .satisfies(agency -> assertThat(agency.path()).containsExactly("H03", "H03.31.01"));
        assertThat(CATALOGUE.agenciesOn(LocalDate.of(2025, 9, 1)))
                .extracting(Agency::code)
                .containsExactly("G01", "G01.03", "H55", "H55.40");
        assertThat(CATALOGUE.agenciesOn(LocalDate.of(2017, 1, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "H03.31,    2017-12-31, ",
        "H03.31,    2018-01-01, H03.31",
        "H03.31,    2025-06-30, H03.31",
        "H03.31,    2025-07-01, H03.31.01",
        "H03.31,    2025-09-01, H55.40",
        "H03.31.01, 2025-07-01, H03.31.01",
        "H03.31.01, 2025-09-01, H55.40",
        "H03,       2025-08-31, H03",
        "H03,       2025-09-01, H55",
        "H55.40,    2025-08-31, ",
        "H99,       2025-08-31, ",
    })
    void aClosedAgencyIsSucceededAlsoTwice(String code, LocalDate day, String successor) {
        assertThat(CATALOGUE.successorOf(code, day).map(Agency::code).orElse(null))
                .isEqualTo(successor);
    }

    @Test
    void aClosedAgencyKeepsItsName() {
        assertThat(CATALOGUE.agency("H03.31")).isPresent();
        assertThat(CATALOGUE.path("H03.31.01")).containsExactly("H03", "H03.31.01");
    }

    @ParameterizedTest
    @CsvSource({
        // Always competent, but there only from 2018 on.
        "G01.03,    2017-12-31, false",
        "G01.03,    2018-01-01, true",
        "G01.03,    2026-01-01, true",
        "H03.31,    2022-04-30, false",
        "H03.31,    2022-05-01, true",
        "H03.31,    2025-06-30, true",
        // The competence is open, but the district is closed.
        "H03.31,    2025-07-01, false",
        "H03.31.01, 2022-05-01, true",
        "H03.31.01, 2022-12-31, true",
        "H03.31.01, 2023-01-01, false",
        "H03.31.01, 2024-01-01, true",
        // In the place of the district, by way of the commune.
        "H55.40,    2025-08-31, false",
        "H55.40,    2026-01-01, true",
        "H55,       2026-01-01, false",
        "H99,       2022-05-01, false",
    })
    void competenceIsAskedForByDay(String agency, LocalDate day, boolean competent) {
        Procedure plates = withCompetences(
                CATALOGUE.procedure("1.900201", 1).orElseThrow(),
                List.of("G01.03"),
                List.of(
                        new Competence("H03.31", LocalDate.of(2022, 5, 1), null),
                        new Competence("H03.31.01", LocalDate.of(2022, 5, 1), LocalDate.of(2022, 12, 31)),
                        new Competence("H03.31.01", LocalDate.of(2024, 1, 1), null)));
        assertThat(CATALOGUE.competentOn(plates, agency, day)).isEqualTo(competent);
    }

    @Test
    void aProcedureOfBeforeTheseFieldsKeepsItsCompetentAgencies() throws Exception {
        var old = vn.motcua.dossier.events.EventFormat.mapper().readValue("""
                        {"kind":"PROCEDURE","code":"1.900201","version":1,"names":{"vi":"a","en":"b"},"agencies":["G01.03"],
                         "online":true,"immediate":false,"synthetic":true,"validFrom":"2018-06-21"}""", CatalogueEntry.class);
        assertThat(CATALOGUE.competentOn((Procedure) old, "G01.03", CLOSING)).isTrue();
        assertThat(((Procedure) old).fees()).isNull();
        assertThat(((Procedure) old).workflow()).isNull();
    }

    @Test
    void theNearestOverrideHolds() {
        LocalDate storm = LocalDate.of(2024, 9, 9);
        LocalDate saturday = LocalDate.of(2024, 9, 14);
        Catalogue catalogue = catalogue(with(
                FOREST,
                override("H03", storm, 1, false),
                override("H03.31", storm, 1, true),
                override("H03.31.01", saturday, 1, true)));
        assertThat(catalogue.calendar("H03").kindOf(storm)).isEqualTo(DayKind.CLOSED);
        assertThat(catalogue.calendar("H03.31").isWorkingDay(storm)).isTrue();
        assertThat(catalogue.calendar("G01.03").isWorkingDay(storm)).isTrue();
        assertThat(catalogue.calendar("H03.31.01").kindOf(saturday)).isEqualTo(DayKind.OPENED);
        assertThat(catalogue.calendar("H03.31").isWorkingDay(saturday)).isFalse();
    }

    @Test
    void anOverrideMovesADueDateAndALaterVersionTakesItBack() {
        Instant start = Instant.parse("2024-09-06T02:00:00Z");
        LocalDate monday = LocalDate.of(2024, 9, 9);
        List<CatalogueEntry> closed = with(FOREST, override("H03", monday, 1, false));
        assertThat(CATALOGUE.calendar("H03.31").due(start, TimeLimit.workingDays(1)))
                .contains(Instant.parse("2024-09-09T02:00:00Z"));
        assertThat(catalogue(closed).calendar("H03.31").due(start, TimeLimit.workingDays(1)))
                .contains(Instant.parse("2024-09-10T02:00:00Z"));
        assertThat(catalogue(with(closed, override("H03", monday, 2, true)))
                        .calendar("H03.31")
                        .due(start, TimeLimit.workingDays(1)))
                .contains(Instant.parse("2024-09-09T02:00:00Z"));
    }

    @Test
    void theEditionOfACalendarTellsItsStatesApart() {
        LocalDate monday = LocalDate.of(2024, 9, 9);
        Catalogue closed = catalogue(with(FOREST, override("H03", monday, 1, false)));
        assertThat(CATALOGUE.calendarEdition("H03.31")).isEqualTo("civil-servants|1");
        assertThat(closed.calendarEdition("H03.31"))
                .startsWith("civil-servants|1|")
                .isEqualTo(closed.calendarEdition("H03"))
                .hasSizeLessThan(101);
        assertThat(closed.calendarEdition("G01")).isEqualTo("civil-servants|1");
    }

    /** A date is explained by the calendar of when it was given. */
    @Test
    void anEditionLeadsBackToTheCalendarOfThen() {
        LocalDate monday = LocalDate.of(2024, 9, 9);
        LocalDate tuesday = LocalDate.of(2024, 9, 10);
        List<CatalogueEntry> closed = with(FOREST, override("H03", monday, 1, false));
        List<CatalogueEntry> longer = with(closed, override("H03", tuesday, 1, false));
        List<CatalogueEntry> openThere = with(longer, override("H03.31", tuesday, 1, true));
        List<CatalogueEntry> open = with(openThere, override("H03.31", tuesday, 2, false));
        Catalogue now = catalogue(open);
        for (List<CatalogueEntry> then : List.of(FOREST, closed, longer, openThere, open)) {
            Catalogue past = catalogue(then);
            assertThat(now.calendarOf("H03.31", past.calendarEdition("H03.31")))
                    .as(past.calendarEdition("H03.31"))
                    .contains(past.calendar("H03.31"));
        }
        assertThat(now.calendarOf("H03.31", "civil-servants|1|0123456789abcdef"))
                .isEmpty();
        assertThat(now.calendarOf("H03.31", "civil-servants|11")).isEmpty();
        assertThat(now.calendarOf("H03.31", "shifts|1")).isEmpty();
    }

    @Test
    void anAgencyWithoutOverridesSharesItsCalendar() {
        assertThat(CATALOGUE.calendar("H03")).isSameAs(CATALOGUE.calendar("G01.03"));
    }

    @Test
    void aSuccessorMustBeThereOnTheDayAfter() {
        assertThat(CatalogueRules.faults(
                        "test",
                        all(AgencyPaths.filled(List.of(
                                agency("H03", 1, null, AgencyType.PROVINCE, "2018-01-01", "2025-06-30", "H55"),
                                agency("H55", 1, null, AgencyType.PROVINCE, "2025-07-02", null, null))))))
                .extracting(CatalogueFault::text)
                .anyMatch(text -> text.contains("a successor that does not exist on the day after: H55"));
    }

    @Test
    void aParentThatMovesMovesThePathsBelowIt() {
        List<CatalogueEntry> forest = AgencyPaths.filled(List.of(
                agency("H03", 1, null, AgencyType.PROVINCE, "2018-01-01", null, null),
                agency("H03.31", 1, "H03", AgencyType.DISTRICT, "2018-01-01", "2024-12-31", null),
                agency("H03.31.01", 1, "H03.31", AgencyType.COMMUNE, "2018-01-01", null, null)));
        assertThat(CatalogueRules.faults("test", all(forest)))
                .extracting(CatalogueFault::text)
                .contains("agency H03.31.01 version 1 has a parent that does not exist on 2025-01-01");
    }

    private static Catalogue catalogue(List<CatalogueEntry> agencies) {
        return Catalogue.of(all(agencies));
    }

    /** With the shipped calendar and one procedure. */
    private static List<CatalogueEntry> all(List<CatalogueEntry> agencies) {
        return Stream.concat(
                        agencies.stream(),
                        Catalogue.shipped().entries().stream()
                                .filter(entry -> entry instanceof CatalogueEntry.Calendar
                                        || entry.key().equals("PROCEDURE|1.900201|1"))
                                .map(entry -> entry instanceof Procedure procedure
                                        ? withCompetences(procedure, List.of("H03"), null)
                                        : entry))
                .toList();
    }

    private static List<CatalogueEntry> with(List<CatalogueEntry> entries, CatalogueEntry... more) {
        List<CatalogueEntry> all = new ArrayList<>(entries);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void anAfternoonOffAndASaturdayMorningCountAndTheNearestDepartureHolds() {
        var thursday = LocalDate.parse("2024-09-12");
        var saturday = LocalDate.parse("2024-09-14");
        var morning = List.of(List.of("07:00", "11:30"));
        var catalogue = catalogue(with(
                FOREST,
                inPart("H03", thursday, morning),
                inPart("H03.31", saturday, morning),
                override("H03.31.01", thursday, 1, true)));

        assertThat(catalogue.calendar("H03.31").due(Instant.parse("2024-09-11T08:00:00Z"), TimeLimit.workingDays(1)))
                .as("Thursday 15:00 is closed")
                .contains(Instant.parse("2024-09-13T00:00:00Z"));
        assertThat(catalogue.calendar("H03.31").due(Instant.parse("2024-09-13T02:00:00Z"), TimeLimit.workingDays(1)))
                .contains(Instant.parse("2024-09-14T02:00:00Z"));
        assertThat(catalogue.calendar("H03.31.01").hasOwnHours(thursday))
                .as("open all day there")
                .isFalse();
        assertThat(catalogue.calendar("H03").isWorkingDay(saturday)).isFalse();
        assertThat(catalogue.calendarEdition("H03.31")).isNotEqualTo(catalogue.calendarEdition("H03"));
    }

    private static CalendarOverride inPart(String agency, LocalDate day, List<List<String>> sessions) {
        return new CalendarOverride(
                agency + "@" + day, 1, agency, day, true, new Names("mất điện", "power cut"), "2/TB-UBND", sessions);
    }

    private static CalendarOverride override(String agency, LocalDate day, int version, boolean worked) {
        return new CalendarOverride(
                agency + "@" + day,
                version,
                agency,
                day,
                worked,
                new Names("bão số 3", "typhoon no. 3"),
                "1/CĐ-UBND",
                null);
    }

    private static Agency agency(
            String code, int version, String parent, AgencyType type, String from, String to, String successor) {
        return new Agency(
                code,
                version,
                new Names("Cơ quan " + code, "Agency " + code),
                new Names("Một cửa " + code, "Counter " + code),
                parent,
                null,
                parent == null ? 1 : 2,
                "Số 1 đường Mẫu",
                "02090000000",
                null,
                "civil-servants",
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                true,
                type,
                successor);
    }

    private static Procedure withCompetences(Procedure old, List<String> always, List<Competence> competences) {
        return new Procedure(
                old.code(),
                old.version(),
                old.names(),
                old.sector(),
                old.sectorNames(),
                old.limit(),
                old.serviceLevel(),
                old.online(),
                old.immediate(),
                always,
                old.components(),
                old.validFrom(),
                old.validTo(),
                old.synthetic(),
                null,
                old.fees(),
                old.workflow(),
                competences,
                old.keeping());
    }
}
