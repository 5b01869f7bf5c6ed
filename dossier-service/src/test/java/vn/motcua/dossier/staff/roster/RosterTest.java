package vn.motcua.dossier.staff.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.staff.roster.Delegation.Mode;

/** Who is there, who has the least to do, who signs for whom, day by day. */
class RosterTest {

    private static final String JUSTICE = "H03.01";
    private static final LocalDate MONDAY = LocalDate.of(2022, 6, 20);

    private final List<Officer> posts = List.of(
            post("chair", "H03", "2021-06-01", null, StaffRole.LEADER),
            post("director", JUSTICE, "2020-01-01", null, StaffRole.LEADER),
            post("deputy", JUSTICE, "2020-01-01", null, StaffRole.LEADER),
            post("an", JUSTICE, "2021-03-01", null, StaffRole.OFFICER),
            post("binh", JUSTICE, "2021-03-01", null, StaffRole.OFFICER, StaffRole.RECEPTION),
            post("moved", JUSTICE, "2020-01-01", "2022-06-19", StaffRole.OFFICER),
            post("moved", "H03.02", "2022-06-20", null, StaffRole.OFFICER),
            post("division", "H03.01.02", "2020-01-01", null, StaffRole.OFFICER),
            post("namesake", "H03.010", "2020-01-01", null, StaffRole.OFFICER));

    private final List<Absence> absences = List.of(
            new Absence("an", day("2022-06-20"), day("2022-06-22"), Absence.Reason.LEAVE),
            new Absence("an", day("2022-06-23"), day("2022-06-24"), Absence.Reason.TRAINING),
            new Absence("an", day("2022-06-26"), day("2022-06-26"), Absence.Reason.OTHER));

    private final Roster roster = Roster.of(posts, absences, List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            an       | H03.01 | 2022-06-19 | THERE       | -
            an       | H03.01 | 2022-06-20 | ABSENT      | 2022-06-24
            an       | H03.01 | 2022-06-24 | ABSENT      | 2022-06-24
            an       | H03.01 | 2022-06-25 | THERE       | -
            an       | H03.01 | 2022-06-26 | ABSENT      | 2022-06-26
            an       | H03.01 | 2021-02-28 | NOT_OF_UNIT | -
            an       | H03.01 | 2021-03-01 | THERE       | -
            moved    | H03.01 | 2022-06-19 | THERE       | -
            moved    | H03.01 | 2022-06-20 | NOT_OF_UNIT | -
            moved    | H03.02 | 2022-06-20 | THERE       | -
            moved    | H03.02 | 2022-06-19 | UNMANAGED   | -
            chair    | H03.01 | 2022-06-20 | THERE       | -
            division | H03.01 | 2022-06-20 | NOT_OF_UNIT | -
            nobody   | H03.01 | 2022-06-20 | UNKNOWN     | -
            nobody   | H03.01 | 2019-12-31 | UNMANAGED   | -
            an       | H03.04 | 2022-06-20 | UNMANAGED   | -
            nobody   | H03.04 | 2022-06-20 | UNMANAGED   | -
            an       | H03.010| 2022-06-25 | NOT_OF_UNIT | -
            namesake | H03.010| 2022-06-25 | THERE       | -
            namesake | H03.01 | 2022-06-25 | NOT_OF_UNIT | -
            """)
    void whetherSomebodyCanBeGivenWork(
            String account, String unit, LocalDate on, Presence.State state, LocalDate until) {
        var presence = roster.presence(account, unit, on);

        assertThat(presence).isEqualTo(new Presence(state, until));
        assertThat(presence.mayBeAssigned())
                .isEqualTo(state == Presence.State.THERE || state == Presence.State.UNMANAGED);
    }

    @Test
    void aProvinceThatHasLoadedNothingWorksAsBefore() {
        assertThat(Roster.EMPTY.presence("anybody", JUSTICE, MONDAY).mayBeAssigned())
                .isTrue();
        assertThat(Roster.EMPTY.contradictions("anybody", JUSTICE, Set.of(StaffRole.LEADER), MONDAY))
                .isEmpty();
        assertThat(Roster.EMPTY.actingFor("anybody", JUSTICE, "1.900101", null, MONDAY))
                .isEmpty();
    }

    @Test
    void aListWhoseLastOfficerHasLeftStillHolds() {
        var left = Roster.of(
                List.of(post("an", JUSTICE, "2021-03-01", "2022-06-19", StaffRole.OFFICER)), List.of(), List.of());

        assertThat(left.presence("an", JUSTICE, MONDAY).state()).isEqualTo(Presence.State.NOT_OF_UNIT);
        assertThat(left.presence("other", JUSTICE, MONDAY).state()).isEqualTo(Presence.State.UNKNOWN);
    }

    @Test
    void theNextDossierGoesToWhoIsThereWithTheFewestOpen() {
        var open = Map.of("an", 3, "binh", 5);

        assertThat(best(StaffRole.OFFICER, "2022-06-17", Map.of("an", 3, "binh", 5, "moved", 9)))
                .isEqualTo("an");
        assertThat(best(StaffRole.OFFICER, "2022-06-17", Map.of("an", 5, "binh", 5, "moved", 9)))
                .isEqualTo("an");
        assertThat(best(StaffRole.OFFICER, "2022-06-17", open)).isEqualTo("moved");
        assertThat(best(StaffRole.OFFICER, "2022-06-20", open)).isEqualTo("binh");
        assertThat(best(StaffRole.CLERK, "2022-06-17", open)).isNull();
    }

    @Test
    void aDeputySignsForTheHeadWithinDaysAndScope() {
        var week = delegation(1, "director", "deputy", Mode.DEPUTY, JUSTICE, "2022-06-20", "2022-06-24");
        var withDeputy = Roster.of(posts, absences, List.of(week));

        assertThat(withDeputy.actingFor("deputy", JUSTICE, "1.900101", "A", day("2022-06-20")))
                .containsExactly(week);
        assertThat(withDeputy.actingFor("deputy", "H03.01.02", "1.900101", "A", day("2022-06-24")))
                .containsExactly(week);
        assertThat(withDeputy.actingFor("deputy", JUSTICE, "1.900101", "A", day("2022-06-19")))
                .isEmpty();
        assertThat(withDeputy.actingFor("deputy", JUSTICE, "1.900101", "A", day("2022-06-25")))
                .isEmpty();
        assertThat(withDeputy.actingFor("deputy", "H03.02", "1.900101", "A", MONDAY))
                .isEmpty();
        assertThat(withDeputy.actingFor("deputy", "H03.010", "1.900101", "A", MONDAY))
                .as("a code that only begins alike")
                .isEmpty();
        assertThat(withDeputy.actingFor("an", JUSTICE, "1.900101", "A", MONDAY)).isEmpty();
        assertThat(withDeputy.standInsFor("director", MONDAY)).containsExactly(week);
        assertThat(week.mode().sign()).isEqualTo("KT.");
    }

    @Test
    void aRevokedDelegationHoldsUntilTheDayBefore() {
        var given = delegation(1, "director", "deputy", Mode.DEPUTY, JUSTICE, "2022-06-20", null);
        var revoked = new Delegation(
                given.id(),
                "director",
                "deputy",
                Mode.DEPUTY,
                JUSTICE,
                null,
                null,
                given.validFrom(),
                null,
                day("2022-06-22"),
                "15/QĐ");
        var list = Roster.of(posts, absences, List.of(revoked));

        assertThat(list.actingFor("deputy", JUSTICE, "x", null, day("2022-06-21")))
                .hasSize(1);
        assertThat(list.actingFor("deputy", JUSTICE, "x", null, day("2022-06-22")))
                .isEmpty();
    }

    @Test
    void ofTwoThatFitTheNarrowerIsNamed() {
        var all = delegation(1, "director", "an", Mode.AUTHORISED, JUSTICE, "2022-06-20", "2022-06-30");
        var sector = scoped(2, null, "A");
        var procedure = scoped(3, "1.900101", null);
        var list = Roster.of(posts, absences, List.of(all, sector, procedure));

        assertThat(list.actingFor("an", JUSTICE, "1.900101", "A", MONDAY)).containsExactly(procedure);
        assertThat(list.actingFor("an", JUSTICE, "1.900102", "A", MONDAY)).containsExactly(sector);
        assertThat(list.actingFor("an", JUSTICE, "1.900102", "B", MONDAY)).containsExactly(all);
        assertThat(list.actingFor("an", JUSTICE, "1.900102", null, MONDAY)).containsExactly(all);
    }

    @Test
    void whoDoesNotLeadCannotLetOthersSign() {
        var byOfficer = delegation(1, "an", "binh", Mode.AUTHORISED, JUSTICE, "2022-06-20", "2022-06-30");
        var byStranger = delegation(2, "stranger", "binh", Mode.AUTHORISED, JUSTICE, "2022-06-20", "2022-06-30");
        var elsewhere = delegation(3, "director", "binh", Mode.AUTHORISED, "H03", "2022-06-20", "2022-06-30");
        var list = Roster.of(posts, absences, List.of(byOfficer, byStranger, elsewhere));

        assertThat(list.actingFor("binh", JUSTICE, "x", null, MONDAY)).containsExactly(elsewhere);
        assertThat(list.actingFor("binh", "H03.02", "x", null, MONDAY)).isEmpty();
    }

    @Test
    void whereThereIsNoListTheDelegationIsBelieved() {
        var one = delegation(1, "police-chief", "police-deputy", Mode.DEPUTY, "H03.03", "2022-06-20", null);

        assertThat(Roster.of(posts, absences, List.of(one)).actingFor("police-deputy", "H03.03", "x", null, MONDAY))
                .containsExactly(one);
    }

    @ParameterizedTest
    @CsvSource({
        "BY_ORDER, DEPUTY, true", "BY_ORDER, BY_ORDER, false", "BY_ORDER, AUTHORISED, false",
        "DEPUTY, DEPUTY, false", "DEPUTY, BY_ORDER, false", "DEPUTY, AUTHORISED, false",
        "AUTHORISED, DEPUTY, false", "AUTHORISED, BY_ORDER, false", "AUTHORISED, AUTHORISED, false"
    })
    void onlyAnOrderIsPassedOnAndOnlyToADeputy(Mode first, Mode second, boolean holds) {
        var upper = delegation(1, "director", "an", first, JUSTICE, "2022-06-20", "2022-06-30");
        var lower = delegation(2, "an", "binh", second, JUSTICE, "2022-06-20", "2022-06-30");
        var chain = Roster.of(posts, absences, List.of(upper, lower)).actingFor("binh", JUSTICE, "x", null, MONDAY);

        assertThat(chain).isEqualTo(holds ? List.of(lower, upper) : List.of());
    }

    @Test
    void whoIsAwayThemselvesIsNoStandIn() {
        var toAbsent = delegation(1, "director", "an", Mode.DEPUTY, JUSTICE, "2022-06-20", null);
        var toGone = delegation(2, "director", "moved", Mode.DEPUTY, JUSTICE, "2022-01-01", null);
        var list = Roster.of(posts, absences, List.of(toAbsent, toGone));

        assertThat(list.standInsFor("director", MONDAY)).containsExactly(toGone);
        assertThat(list.standInsFor("director", day("2022-06-25"))).containsExactlyInAnyOrder(toAbsent, toGone);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            an     | H03.01 | officer          | -
            an     | H03.02 | officer          | AGENCY H03.02/H03.01
            an     | -      | officer          | AGENCY nothing/H03.01
            an     | H03.01 | leader           | ROLES leader/officer
            binh   | H03.01 | officer          | ROLES officer/officer reception
            binh   | H03.01 | officer reception| -
            an     | H03    | leader officer   | AGENCY H03/H03.01, ROLES leader officer/officer
            ghost  | H03.01 | officer          | NOT_LISTED H03.01 officer/nothing
            ghost  | H03.04 | officer          | -
            """)
    void whatATokenSaysOtherwise(String account, String agency, String roles, String expected) {
        var found = roster.contradictions(account, agency, StaffRole.among(Set.of(roles.split(" "))), MONDAY);

        assertThat(String.join(
                        ", ",
                        found.stream()
                                .map(one -> one.kind() + " " + one.tokenSays() + "/" + one.listSays())
                                .toList()))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aPostDoesNotPrintTheName() {
        assertThat(posts.get(0).toString()).doesNotContain("Thử");
    }

    private String best(StaffRole role, String on, Map<String, Integer> open) {
        return roster.best(JUSTICE, role, day(on), open).map(Officer::account).orElse(null);
    }

    private static Delegation scoped(int id, String procedure, String sector) {
        return new Delegation(
                new UUID(0, id),
                "director",
                "an",
                Mode.AUTHORISED,
                JUSTICE,
                procedure,
                sector,
                day("2022-06-20"),
                day("2022-06-30"),
                null,
                "15/QĐ");
    }

    static Delegation delegation(int id, String from, String to, Mode mode, String agency, String first, String last) {
        return new Delegation(
                new UUID(0, id),
                from,
                to,
                mode,
                agency,
                null,
                null,
                day(first),
                last == null ? null : day(last),
                null,
                "15/QĐ");
    }

    static Officer post(String account, String unit, String from, String to, StaffRole... roles) {
        return new Officer(
                account,
                "Nông Thị Thử",
                unit,
                new Position("CV", "Chuyên viên", null),
                Set.of(roles),
                day(from),
                to == null ? null : day(to));
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
