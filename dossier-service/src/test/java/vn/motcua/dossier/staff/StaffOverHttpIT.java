package vn.motcua.dossier.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.staff.roster.Delegation;
import vn.motcua.dossier.staff.roster.Presence;
import vn.motcua.dossier.staff.roster.StaffRole;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.LocalDatabase;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** The staff list over HTTP, with rights; and what the desk says of it. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class StaffOverHttpIT {

    private static final LocalDate TODAY = LocalDate.of(2022, 6, 20);
    private static final String JUSTICE = "H03.01";
    private static final String COUNTER = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""";
    private static final String GRANTED = "{\"outcome\": \"GRANTED\", \"resultReference\": \"1/KQ\"}";
    private static final String EXTENSION =
            "{\"dueAt\": \"2022-08-29T09:00:00+07:00\", \"reason\": \"COMPLEX_MATTER\"}";
    private static final String WRONG_OWNER = """
            {"applicant": {"name": "Triệu Thị Lan", "phone": "0987 654 321"}, "reason": "WRONG_OWNER"}""";
    private static final String ANOTHER_OWNER = """
            {"applicant": {"name": "Lý Thị Mai", "phone": "0987 654 321"}, "reason": "WRONG_OWNER"}""";
    private static final String DELEGATIONS = "/v1/staff/delegations";

    private final Api admin = Api.as("admin", "H03");
    private final Api leader = Api.as("leader", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);

    @Inject
    StaffDesk desk;

    @BeforeEach
    void aListIsThere() {
        BusinessDay.standAt("2022-06-20T09:00");
        empty();
        var answer = load(admin, Examples.LIST);
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
        assertThat(answer.body().path("created").asInt())
                .as(String.valueOf(answer.body()))
                .isEqualTo(3);
    }

    @AfterEach
    void goOn() {
        // Other tests of this application know nothing of a staff list.
        empty();
        BusinessDay.backToRealTime();
    }

    @Test
    void theSameFileAgainChangesNothingAndACorrectedLineIsAChange() {
        assertThat(outcomes(load(admin, Examples.LIST))).containsExactly("unchanged", "unchanged", "unchanged");
        assertThat(outcomes(load(admin, "\uFEFF" + Examples.LIST.replace("Chuyên viên", "Chuyên viên chính"))))
                .containsExactly("unchanged", "changed", "unchanged");
    }

    @Test
    void aBadLineDoesNotStopTheOthers() {
        var answer = load(admin, Examples.LIST + """
                "broken;Hà;H03.01;CV;Chuyên viên;;officer;2022-01-01;
                officer-7;Lý Thị Bảy;H03.99;CV;Chuyên viên;;officer;2022-01-01;
                officer-8;Lý Thị Tám;H03.01;CV;Chuyên viên;;officer;2022-01-01;
                officer-1;Triệu Văn Mẫu;H03.02;CV;Chuyên viên;;officer;2021-01-01;2021-12-31
                """);

        assertThat(outcomes(answer))
                .containsExactly("unchanged", "unchanged", "unchanged", "refused", "refused", "created", "refused");
        assertThat(answer.body().path("lines").findValuesAsText("reason"))
                .containsExactly("NOT_CSV", "UNKNOWN_UNIT", "OVERLAPS");
        assertThat(answer.body().path("lines").get(4).path("line").asInt()).isEqualTo(6);
        assertThat(answer.body().toString()).doesNotContain("Lý Thị");
        assertThat(of("officer-8", TODAY).state()).isEqualTo(Presence.State.THERE);
    }

    @Test
    void onlyAListThatSaysItIsCompleteEndsWhomItDoesNotName() {
        var head = Examples.LIST.lines().limit(2).reduce("", (all, line) -> all + line + "\n");

        assertThat(load(admin, head).body().path("ended")).isEmpty();
        assertThat(load(admin, head + "x\n", "?complete=true&unit=H03.01")
                        .body()
                        .path("complete")
                        .asBoolean())
                .isFalse();
        assertThat(of("officer-1", TODAY.plusDays(1)).state()).isEqualTo(Presence.State.THERE);

        var answer = load(admin, head, "?complete=true&unit=H03.01").body();
        assertThat(answer.path("ended").toString()).isEqualTo("[\"clerk-1\",\"officer-1\"]");
        assertThat(of("officer-1", TODAY).state()).isEqualTo(Presence.State.THERE);
        assertThat(of("officer-1", TODAY.plusDays(1)).state()).isEqualTo(Presence.State.NOT_OF_UNIT);
    }

    /** Source: Decree 224/2026/NĐ-CP, art. 15 §1 (g): at minimum the agency and the officer. */
    @Test
    void theApplicantIsToldWhoHasTheirDossierByNameAndNeverByAccount() {
        var citizen = Api.citizen("c-told");
        var submitted = citizen.open(COUNTER.replace("\"COUNTER\"", "\"ONLINE\"")
                .replace("\"returnMethod\": \"ONLINE\"", "\"returnMethod\": \"COUNTER\"")
                .replace(", \"decision\": \"ACCEPT\"", "")
                .replace("\"Hoàng Văn Nam\"", "\"Hoàng Văn Nam\", \"phone\": \"0912345678\""));
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        var path = "/v1/dossiers/" + submitted.id();
        assertThat(citizen.get(path).body().has("handledBy")).as("nobody yet").isFalse();
        var accepted = Api.as("reception", JUSTICE).step(submitted.id(), "acceptance", submitted.etag(), "{}");
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), "{}");
        assertThat(begun.status()).as(String.valueOf(begun.body())).isEqualTo(200);

        var told = citizen.get(path).body();
        assertThat(told.path("handledBy").path("name").asText()).isEqualTo("Triệu Văn Mẫu");
        assertThat(told.path("handledBy").path("position").asText()).isEqualTo("Chuyên viên");
        assertThat(told.path("handledBy").path("agency").path("code").asText()).isEqualTo(JUSTICE);
        assertThat(told.path("handledBy").path("agency").path("name").asText()).isNotEmpty();
        assertThat(told.toString()).doesNotContain("officer-1");
        assertThat(officer.get(path).body().has("handledBy"))
                .as("they see the account")
                .isFalse();
        assertThat(Tables.column("select data from event where subject = ?::uuid", begun.id()))
                .noneMatch(fact -> fact.contains("Mẫu") || fact.contains("officer-1"));

        empty();
        assertThat(citizen.get(path).body().has("handledBy"))
                .as("the list does not know them")
                .isFalse();
    }

    /** A token may outlast a post: of parts too the list of their own agency says who leads. */
    @Test
    void whoLeadsNoLongerDoesNoPartOfAnothersDossier() {
        load(admin, Examples.LIST);
        var finance = Api.as("reception", "H03.02");
        var opened = finance.open(COUNTER.replace("1.900101", "1.900201").replace(JUSTICE, "H03.02"));
        var begun = finance.step(opened.id(), "processing", opened.etag(), "{}");
        var asked = Api.as("officer", "H03.02")
                .step(
                        begun.id(),
                        "legs",
                        begun.etag(),
                        "{\"agency\": \"H03.01\", \"task\": \"Cho ý kiến\", \"limit\": {\"amount\": 2, \"unit\": \"WORKING_DAYS\"}}");
        assertThat(asked.status()).as(String.valueOf(asked.body())).isEqualTo(200);
        var former = Api.as(TokenRequest.of("leader", JUSTICE, 9));
        var done = "{\"outcome\": \"DONE\"}";

        expect(former.step(begun.id(), "legs/1/receipt", asked.etag(), "{}"), 403, "forbidden");
        var received = leader.step(begun.id(), "legs/1/receipt", asked.etag(), "{}");
        assertThat(received.status()).as(String.valueOf(received.body())).isEqualTo(200);
        expect(former.step(begun.id(), "legs/1/completion", received.etag(), done), 403, "forbidden");
        var finished = leader.step(begun.id(), "legs/1/completion", received.etag(), done);
        assertThat(finished.status()).as(String.valueOf(finished.body())).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            admin  | H03    | ?complete=true              | text/csv                        | 422 | rule-violated
            admin  | H03    | ?unit=H03.01                | text/csv                        | 422 | rule-violated
            admin  | H03    | ?complete=true&unit=H03.99  | text/csv                        | 422 | unknown-code
            admin  | H03.02 | ?complete=true&unit=H03.01  | text/csv                        | 403 | forbidden
            admin  | H03    | ?complete=perhaps           | text/csv                        | 400 | malformed
            admin  | H03    | ''                          | application/json                | 415 | unsupported-media-type
            admin  | H03    | ''                          | text/csv; charset=windows-1258  | 415 | unsupported-media-type
            leader | H03    | ''                          | text/csv                        | 403 | forbidden
            officer| H03    | ''                          | text/csv                        | 403 | forbidden
            operator|H03    | ''                          | text/csv                        | 403 | forbidden
            """)
    void anImportWithSomethingWrong(String role, String agency, String query, String type, int status, String problem) {
        expect(load(Api.as(role, agency), Examples.LIST, query, type), status, problem);
    }

    @Test
    void aFileBeyondTheLimitOrWithoutAHeadIsRefusedWhole() {
        expect(load(admin, Examples.LIST + "x".repeat(4 * 1024 * 1024)), 413, "too-large");
        expect(load(admin, ""), 422, "rule-violated");
        expect(load(admin, "tên,tuổi\nx,1\n"), 422, "rule-violated");
    }

    @Test
    void anAdministratorOfOneUnitImportsForItOnly() {
        assertThat(load(Api.as("admin", "H03.02"), Examples.LIST)
                        .body()
                        .path("lines")
                        .findValuesAsText("reason"))
                .containsOnly("NOT_YOUR_UNIT")
                .hasSize(3);
    }

    @Test
    void twinsImportTheSameFileOnce() {
        empty();
        var lines = new StringBuilder(Examples.LIST);
        for (int i = 10; i < 60; i++) {
            lines.append("officer-").append(i).append(";Lý Thử;H03.02;CV;Chuyên viên;;officer;2022-01-01;\n");
        }
        var one = Api.sendAsync(request(admin, lines.toString(), "", "text/csv"));
        var two = Api.sendAsync(request(admin, lines.toString(), "", "text/csv"));

        var created = one.join().body().path("created").asInt()
                + two.join().body().path("created").asInt();
        var unchanged = one.join().body().path("unchanged").asInt()
                + two.join().body().path("unchanged").asInt();
        assertThat(List.of(created, unchanged)).containsExactly(53, 53);
        assertThat(Tables.number("select count(*) from officer")).isEqualTo(53);
    }

    @Test
    void whoMaySeeTheListSeesWhoIsThere() {
        var etag = officer.get("/v1/staff/officer-1").etag();
        assertThat(absences(officer, "officer-1", etag, Examples.ABSENCES).status())
                .isEqualTo(200);

        for (var who : List.of(leader, Api.as("clerk", JUSTICE), Api.as("reception", "H03"), admin)) {
            var items = who.get("/v1/staff?unit=H03.01").body().path("items");
            assertThat(items.findValuesAsText("account")).containsExactly("clerk-1", "leader-1", "officer-1");
            assertThat(items.get(2).path("there").asBoolean()).isFalse();
            assertThat(items.get(2).path("absentUntil").asText()).isEqualTo("2022-06-24");
            assertThat(items.get(2).path("name").asText()).isEqualTo("Triệu Văn Mẫu");
            assertThat(items.toString()).doesNotContain("LEAVE");
        }
        assertThat(leader.get("/v1/staff?on=2024-01-01").body().path("items").findValuesAsText("account"))
                .containsExactly("leader-1", "officer-1");
        expect(officer.get("/v1/staff?unit=H03.01"), 403, "forbidden");
        expect(Api.as("leader", "H03.02").get("/v1/staff?unit=H03.01"), 403, "forbidden");
        expect(Api.as("operator", "H03").get("/v1/staff?unit=H03.01"), 403, "forbidden");
        expect(Api.citizen("c-1").get("/v1/staff?unit=H03.01"), 403, "forbidden");
        expect(Api.withToken(null).get("/v1/staff?unit=H03.01"), 401, "unauthenticated");
    }

    @Test
    void theListComesInPages() {
        var first = leader.get("/v1/staff?limit=2").body();
        assertThat(first.path("items").findValuesAsText("account")).containsExactly("clerk-1", "leader-1");
        assertThat(leader.get("/v1/staff?limit=2&cursor=" + first.path("next").asText())
                        .body()
                        .path("items")
                        .findValuesAsText("account"))
                .containsExactly("officer-1");
        expect(
                leader.get("/v1/staff?unit=H03.01&on=2022-01-01&cursor="
                        + first.path("next").asText()),
                400,
                "malformed");
    }

    @Test
    void oneOfTheStaffIsShownToThoseAboveAndToThemselvesAndReasonsToFewer() {
        absences(leader, "officer-1", leader.get("/v1/staff/officer-1").etag(), Examples.ABSENCES);

        assertThat(officer.get("/v1/staff/officer-1").body().toString()).contains("LEAVE", "BUSINESS_TRIP");
        assertThat(leader.get("/v1/staff/officer-1").body().toString()).contains("LEAVE");
        assertThat(Api.as("reception", JUSTICE)
                        .get("/v1/staff/officer-1")
                        .body()
                        .toString())
                .contains("2022-06-24")
                .doesNotContain("LEAVE", "BUSINESS_TRIP");
        expect(Api.as(TokenRequest.of("officer", JUSTICE, 2)).get("/v1/staff/officer-1"), 404, "not-found");
        expect(Api.as("leader", "H03.02").get("/v1/staff/officer-1"), 404, "not-found");
        expect(admin.get("/v1/staff/nobody"), 404, "not-found");
    }

    @Test
    void theDeskKnowsAtOnceWhoIsAway() {
        assertThat(of("officer-1", TODAY)).isEqualTo(new Presence(Presence.State.THERE, null));

        absences(officer, "officer-1", officer.get("/v1/staff/officer-1").etag(), Examples.ABSENCES);

        assertThat(of("officer-1", TODAY)).isEqualTo(new Presence(Presence.State.ABSENT, LocalDate.of(2022, 6, 24)));
        assertThat(of("officer-9", TODAY).state()).isEqualTo(Presence.State.UNKNOWN);
        assertThat(desk.mayBeAssigned("officer-1", "H03.02", TODAY)
                        .await()
                        .indefinitely()
                        .state())
                .isEqualTo(Presence.State.UNMANAGED);
        assertThat(desk.best(JUSTICE, StaffRole.OFFICER, TODAY, Map.of())
                        .await()
                        .indefinitely())
                .isEmpty();
    }

    @Test
    void aLeaderGivesADossierOnlyToWhomTheListKnowsToBeThere() {
        var reception = Api.as("reception", JUSTICE);
        var opened = reception.open(COUNTER);
        var dossier = reception.step(opened.id(), "processing", opened.etag(), "{}");
        assertThat(dossier.status()).as(String.valueOf(dossier.body())).isEqualTo(200);
        absences(officer, "officer-1", officer.get("/v1/staff/officer-1").etag(), Examples.ABSENCES);

        barred(assign(leader, dossier, "officer-1"), "OFFICER_ABSENT");
        barred(assign(leader, dossier, "officer-9"), "OFFICER_UNKNOWN");
        load(admin, Examples.LIST + "officer-8;Lý Thị Tám;H03.02;CV;Chuyên viên;;officer;2022-01-01;\n");
        barred(assign(leader, dossier, "officer-8"), "OFFICER_UNKNOWN");
        expect(assign(officer, dossier, "clerk-1"), 409, "barred");

        var taken = Api.send(officer.stepRequest(dossier.id(), "assignment", dossier.etag(), Api.key(), "{}"));
        assertThat(taken.status())
                .as("whoever takes it is there, whatever the list says")
                .isEqualTo(200);
        BusinessDay.standAt("2022-06-27T09:00");
        var given = assign(leader, taken, "officer-1");
        assertThat(given.status()).as(String.valueOf(given.body())).isEqualTo(200);
    }

    private static Answer assign(Api who, Answer dossier, String account) {
        return who.step(dossier.id(), "assignment", dossier.etag(), "{\"officer\": \"" + account + "\"}");
    }

    private static void barred(Answer answer, String reason) {
        expect(answer, 422, "rule-violated");
        assertThat(answer.text("reason")).isEqualTo(reason);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/officer");
    }

    @Test
    void theDeskHearsOfWhatAnotherInstanceHasChanged() {
        Tables.run(database(), "update officer set valid_to = '2022-06-19' where account = 'officer-1'");
        Tables.run(database(), "update staff_version set version = version + 1");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> of("officer-1", TODAY).state() == Presence.State.NOT_OF_UNIT);
    }

    @Test
    void ofTwoWhoSayWhenSomebodyIsAwayOneIsStaleAndARepeatIsDone() {
        var etag = leader.get("/v1/staff/officer-1").etag();
        var done = absences(leader, "officer-1", etag, Examples.ABSENCES);
        assertThat(done.status()).isEqualTo(200);

        assertThat(absences(leader, "officer-1", etag, Examples.ABSENCES).etag())
                .isEqualTo(done.etag());
        var stale = absences(officer, "officer-1", etag, "{\"absences\": []}");
        expect(stale, 412, "stale");
        assertThat(stale.text("currentETag")).isEqualTo(done.etag());
        assertThat(absences(officer, "officer-1", done.etag(), "{\"absences\": []}")
                        .body()
                        .path("absences"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                              | 422 | rule-violated
            {"absences": [null]}                                                            | 422 | rule-violated
            {"absences": [{"from": "2022-06-21"}]}                                          | 422 | rule-violated
            {"absences": [{"from": "2022-06-21", "to": "2022-06-20", "reason": "LEAVE"}]}   | 422 | rule-violated
            {"absences": [{"from": "2022-06-01", "to": "2022-06-19", "reason": "LEAVE"}]}   | 422 | rule-violated
            {"absences": [{"from": "2022-06-21", "to": "2025-06-20", "reason": "LEAVE"}]}   | 422 | rule-violated
            {"absences": [{"from": "2022-06-21", "to": "2022-06-22", "reason": "SICK"}]}    | 400 | wrong-type
            {"absences": [{"from": "21/06/2022", "to": "2022-06-22", "reason": "LEAVE"}]}   | 400 | wrong-type
            {"absences": [{"from": "2022-06-21", "to": "2022-06-22", "reason": "LEAVE", "why": "x"}]} | 400 | unknown-field
            {"absences": [{"from": "2022-06-21", "to": "2022-06-22", "reason": "LEAVE"}, {"from": "2022-06-22", "to": "2022-06-23", "reason": "OTHER"}]} | 422 | rule-violated
            """)
    void absencesThatCannotBe(String body, int status, String problem) {
        expect(absences(leader, "officer-1", leader.get("/v1/staff/officer-1").etag(), body), status, problem);
        assertThat(Tables.number("select count(*) from absence")).isZero();
    }

    @Test
    void othersDoNotSayWhenSomebodyIsAway() {
        var etag = leader.get("/v1/staff/officer-1").etag();

        expect(absences(Api.as("clerk", JUSTICE), "officer-1", etag, Examples.ABSENCES), 403, "forbidden");
        expect(absences(Api.as("leader", "H03.02"), "officer-1", etag, Examples.ABSENCES), 404, "not-found");
        expect(
                Api.send(leader.request("/v1/staff/officer-1/absences")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(Examples.ABSENCES))),
                428,
                "precondition-required");
    }

    @Test
    void aLeaderLetsADeputySignAndTakesItBack() {
        withDeputy();
        var key = Api.key();
        var given = give(leader, key, Examples.DELEGATION);
        assertThat(given.status()).as(String.valueOf(given.body())).isEqualTo(201);
        assertThat(given.text("sign")).isEqualTo("KT.");
        assertThat(acting("leader-2", TODAY)).isEqualTo(Delegation.Mode.DEPUTY);
        assertThat(acting("leader-2", TODAY.plusDays(5))).isNull();
        assertThat(acting("officer-1", TODAY)).isNull();
        assertThat(leader.get(DELEGATIONS + "?agency=H03.01")
                        .body()
                        .path("items")
                        .findValuesAsText("to"))
                .containsExactly("leader-2");
        assertThat(officer.get("/v1/staff/leader-2").problem()).isEqualTo("not-found");

        // The key again: the same answer, also from another minute; another body is another request.
        assertThat(give(leader, key, Examples.DELEGATION).body()).isEqualTo(given.body());
        expect(give(leader, key, Examples.DELEGATION.replace("15/QĐ", "16/QĐ")), 422, "key-reused");

        var revocation = Api.key();
        var taken = revoke(leader, given.id(), revocation);
        assertThat(taken.text("revokedFrom")).isEqualTo("2022-06-20");
        assertThat(acting("leader-2", TODAY)).isNull();
        assertThat(revoke(leader, given.id(), revocation).body()).isEqualTo(taken.body());
        assertThat(give(leader, key, Examples.DELEGATION).body()).isEqualTo(given.body());
        expect(revoke(leader, given.id(), Api.key()), 409, "barred");
        expect(revoke(leader, given.id(), key), 422, "key-reused");
    }

    /** Whoever acts for the leader signs while the delegation holds, with or without a leader's token, and not a day longer. */
    @Test
    void aDeputySignsWhileTheDelegationHoldsAndNotAfterIt() {
        load(
                admin,
                Examples.LIST + "officer-3;Ma Văn Phó;H03.01;PGD;Phó Giám đốc;Deputy Director;officer;2022-01-01;\n");
        var deputy = Api.as(TokenRequest.of("officer", JUSTICE, 3));
        var withLeadersToken = Api.as(TokenRequest.of("officer", JUSTICE, 3).withRoles("officer", "leader"));
        var dossier = begun();
        for (var early : List.of(deputy, withLeadersToken)) {
            expect(early.step(dossier.id(), "completion", dossier.etag(), GRANTED), 409, "barred");
        }
        expect(deputy.step(dossier.id(), "extension", dossier.etag(), EXTENSION), 403, "forbidden");

        var given = give(leader, Api.key(), Examples.DELEGATION.replace("leader-2", "officer-3"));
        assertThat(given.status()).as(String.valueOf(given.body())).isEqualTo(201);
        var extended = deputy.step(dossier.id(), "extension", dossier.etag(), EXTENSION);
        assertThat(extended.status()).as(String.valueOf(extended.body())).isEqualTo(200);
        var signed = deputy.step(dossier.id(), "completion", extended.etag(), GRANTED);
        assertThat(signed.status()).as(String.valueOf(signed.body())).isEqualTo(200);
        assertThat(Tables.text(
                        "select max(delegation::text) from acted_under where dossier_id = ?::uuid", dossier.id()))
                .isEqualTo(given.id());
        assertThat(Tables.text(
                        "select data from event where subject = ?::uuid order by sequence desc limit 1", dossier.id()))
                .contains("\"role\":\"LEADER\"")
                .doesNotContain(given.id());

        BusinessDay.standAt("2022-06-27T09:00");
        var later = begun();
        for (var late : List.of(deputy, withLeadersToken)) {
            expect(late.step(later.id(), "completion", later.etag(), GRANTED), 409, "barred");
        }
        var own = leader.step(later.id(), "completion", later.etag(), GRANTED);
        assertThat(own.status()).as(String.valueOf(own.body())).isEqualTo(200);
        assertThat(Tables.text("select max(delegation::text) from acted_under where dossier_id = ?::uuid", later.id()))
                .as("in her own right")
                .isNull();
    }

    /** Who acts for the leader sees and does what is the leader's alone, whoever of the officers has the dossier; before and afterwards nothing of it. */
    @Test
    void whoActsForTheLeaderLeadsWhileTheDelegationHolds() {
        load(admin, Examples.LIST + "officer-3;Ma Văn Phó;H03.01;PGD;Phó phòng;Deputy Head;officer;2022-01-01;\n");
        var deputy = Api.as(TokenRequest.of("officer", JUSTICE, 3));
        var begun = begun();
        var taken = Api.as("officer", JUSTICE).step(begun.id(), "assignment", begun.etag(), "{}");
        assertThat(taken.status()).as(String.valueOf(taken.body())).isEqualTo(200);
        var path = "/v1/dossiers/" + begun.id();
        var reads = List.of(
                path,
                path + "/clock",
                path + "/history",
                path + "/documents",
                path + "/forms",
                path + "/assignees",
                path + "/correction-proposals",
                path + "/proposals");
        for (var read : reads) {
            assertThat(deputy.get(read).status()).as(read).isIn(403, 404);
        }
        expect(deputy.step(begun.id(), "correction", taken.etag(), ANOTHER_OWNER), 403, "forbidden");
        assertThat(queued(deputy, begun)).isFalse();

        give(leader, Api.key(), Examples.DELEGATION.replace("leader-2", "officer-3"));
        for (var read : reads) {
            assertThat(deputy.get(read).status()).as(read).isEqualTo(200);
        }
        assertThat(queued(deputy, begun)).isTrue();
        assertThat(deputy.get(path).body().path("nextSteps").toString()).contains("/correction", "/extension");
        var corrected = deputy.step(begun.id(), "correction", taken.etag(), ANOTHER_OWNER);
        assertThat(corrected.status()).as(String.valueOf(corrected.body())).isEqualTo(200);
        var signed = deputy.step(begun.id(), "completion", corrected.etag(), GRANTED);
        var home = Api.as("reception", JUSTICE)
                .step(begun.id(), "return", signed.etag(), "{\"via\": \"COUNTER\", \"identityChecked\": true}");
        var proposed = deputy.step(begun.id(), "correction-proposals", home.etag(), WRONG_OWNER);
        assertThat(proposed.status()).as(String.valueOf(proposed.body())).isEqualTo(201);
        expect(deputy.step(begun.id(), "correction-proposals/1/confirmation", home.etag(), "{}"), 409, "barred");

        BusinessDay.standAt("2022-06-27T09:00");
        for (var read : reads) {
            assertThat(deputy.get(read).status()).as(read).isIn(403, 404);
        }
    }

    private static boolean queued(Api who, Answer dossier) {
        return who.get("/v1/queue?status=PROCESSING&limit=200")
                .body()
                .path("items")
                .findValuesAsText("id")
                .contains(dossier.id());
    }

    private static Answer begun() {
        var reception = Api.as("reception", JUSTICE);
        var accepted = reception.open(COUNTER);
        return reception.step(accepted.id(), "processing", accepted.etag(), "{}");
    }

    @Test
    void twinsGiveOnce() {
        withDeputy();
        var key = Api.key();
        var requests = new ArrayList<java.util.concurrent.CompletableFuture<Answer>>();
        for (int i = 0; i < 6; i++) {
            requests.add(
                    Api.sendAsync(leader.post(DELEGATIONS, Examples.DELEGATION).header("Idempotency-Key", key)));
        }
        var answers = requests.stream()
                .map(java.util.concurrent.CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers).extracting(Answer::id).containsOnly(answers.get(0).id());
        assertThat(Tables.number("select count(*) from delegation")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "to": "leader-2",        | `` | 422 | rule-violated
            "to": "leader-2"         | "to": "leader-1"           | 422 | rule-violated
            "to": "leader-2"         | "to": "nobody"             | 422 | unknown-code
            "to": "leader-2"         | "to": "leader-2", "from": "officer-1" | 403 | forbidden
            "DEPUTY"                 | "KT"                       | 400 | wrong-type
            "mode": "DEPUTY",        | ``                         | 422 | rule-violated
            "H03.01"                 | "H03.99"                   | 422 | unknown-code
            "H03.01"                 | "H03"                      | 403 | forbidden
            "H03.01"                 | "H03.02"                   | 403 | forbidden
            2022-06-20               | 2022-06-19                 | 422 | rule-violated
            2022-06-24               | 2022-06-19                 | 422 | rule-violated
            "DEPUTY", "agency": "H03.01", "validFrom": "2022-06-20", "validTo": "2022-06-24" | "AUTHORISED", "agency": "H03.01", "validFrom": "2022-06-20" | 422 | rule-violated
            15/QĐ-STP                | ``                         | 422 | rule-violated
            "mode"                   | "procedure": "1.999999", "mode" | 422 | unknown-code
            "mode"                   | "sector": "NONE", "mode"   | 422 | unknown-code
            "mode"                   | "procedure": "1.900101", "sector": "X", "mode" | 422 | rule-violated
            "mode"                   | "modus": 1, "mode"         | 400 | unknown-field
            """)
    void aDelegationThatCannotBe(String part, String wrong, int status, String problem) {
        withDeputy();
        assertThat(Examples.DELEGATION).contains(part);

        expect(give(leader, Api.key(), Examples.DELEGATION.replace(part, wrong)), status, problem);
        assertThat(Tables.number("select count(*) from delegation")).isZero();
    }

    @Test
    void anAdministratorRecordsForOthersAndOthersDoNot() {
        withDeputy();
        var forLeader = Examples.DELEGATION.replace("{", "{\"from\": \"leader-1\", ");

        assertThat(give(admin, Api.key(), forLeader).status()).isEqualTo(201);
        expect(give(Api.as("admin", "H03.02"), Api.key(), forLeader), 403, "forbidden");
        expect(give(officer, Api.key(), Examples.DELEGATION), 403, "forbidden");
        expect(Api.send(leader.post(DELEGATIONS, Examples.DELEGATION)), 400, "key-missing");
        var id = Tables.text("select id from delegation");
        expect(Api.as(TokenRequest.of("leader", "H03.02", 9)).get(DELEGATIONS + "/" + id), 404, "not-found");
        expect(revoke(officer, id, Api.key()), 404, "not-found");
        expect(revoke(Api.as("clerk", JUSTICE), id, Api.key()), 403, "forbidden");
        expect(leader.get(DELEGATIONS + "/x"), 404, "not-found");
        assertThat(Api.as(TokenRequest.of("leader", "H03.02", 2))
                        .get(DELEGATIONS + "/" + id)
                        .status())
                .as("who acts sees it")
                .isEqualTo(200);
    }

    @Test
    void aTokenThatSaysOtherwiseWorksAndIsListed() {
        var odd = Api.as(TokenRequest.of("leader", "H03", 77).withSubject("officer-77"));
        load(admin, Examples.LIST + "officer-77;Lý Thử;H03.01;CV;Chuyên viên;;officer;2022-01-01;\n");

        assertThat(odd.get("/v1/staff?unit=H03.01").status())
                .as("the token decides")
                .isEqualTo(200);

        var operator = Api.as("operator", null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mine(operator, "officer-77").size() == 2);
        odd.get("/v1/staff?unit=H03.01");
        var rows = mine(operator, "officer-77");
        assertThat(rows.get(0).toString()).contains("AGENCY", "\"tokenSays\":\"H03\"", "\"listSays\":\"H03.01\"");
        assertThat(rows.get(1).toString()).contains("ROLES", "\"tokenSays\":\"leader\"", "\"listSays\":\"officer\"");
        assertThat(rows.toString()).doesNotContain("Lý Thử");
        var metrics = RestAssured.given().get("/q/metrics").asString();
        assertThat(metrics)
                .contains("motcua_staff_contradictions_total{kind=\"agency\"")
                .contains("motcua_staff_list_age_seconds")
                .doesNotContain("officer-77");
        expect(leader.get("/v1/staff/contradictions"), 403, "forbidden");
    }

    @Test
    void everyOperationHasASummaryAndThoseWithABodyAnExample() throws Exception {
        var paths = Api.JSON
                .readTree(RestAssured.given().get("/q/openapi?format=json").asString())
                .path("paths");
        var operations = 0;
        for (var names = paths.fieldNames(); names.hasNext(); ) {
            var path = names.next();
            if (path.startsWith("/v1/staff")) {
                for (var operation : paths.path(path)) {
                    operations++;
                    assertThat(operation.path("summary").asText()).as(path).isNotBlank();
                    if (operation.has("requestBody")) {
                        assertThat(operation.path("requestBody").findValue("examples"))
                                .as(path)
                                .isNotEmpty();
                    }
                }
            }
        }
        assertThat(operations).isEqualTo(9);
    }

    private void withDeputy() {
        load(admin, Examples.LIST + "leader-2;Ma Văn Phó;H03.01;PGD;Phó Giám đốc;Deputy Director;leader;2022-01-01;\n");
    }

    private List<com.fasterxml.jackson.databind.JsonNode> mine(Api operator, String account) {
        var rows = new ArrayList<com.fasterxml.jackson.databind.JsonNode>();
        operator.get("/v1/staff/contradictions").body().path("items").forEach(row -> {
            if (row.path("account").asText().equals(account)) {
                rows.add(row);
            }
        });
        return rows;
    }

    private Presence of(String account, LocalDate day) {
        return desk.mayBeAssigned(account, JUSTICE, day).await().indefinitely();
    }

    private Delegation.Mode acting(String account, LocalDate day) {
        return desk.actingFor(account, JUSTICE, "1.900101", day)
                .await()
                .indefinitely()
                .map(Delegation::mode)
                .orElse(null);
    }

    private static Answer give(Api who, String key, String body) {
        return Api.send(who.post(DELEGATIONS, body).header("Idempotency-Key", key));
    }

    private static Answer revoke(Api who, String id, String key) {
        return Api.send(who.post(DELEGATIONS + "/" + id + "/revocation", Examples.REVOCATION)
                .header("Idempotency-Key", key));
    }

    private static Answer absences(Api who, String account, String etag, String body) {
        return Api.send(who.request("/v1/staff/" + account + "/absences")
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(body)));
    }

    private static Answer load(Api who, String file) {
        return load(who, file, "");
    }

    private static Answer load(Api who, String file, String query) {
        return load(who, file, query, "text/csv");
    }

    private static Answer load(Api who, String file, String query, String type) {
        return Api.send(request(who, file, query, type));
    }

    private static java.net.http.HttpRequest.Builder request(Api who, String file, String query, String type) {
        return who.request("/v1/staff/import" + query)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(file));
    }

    private static List<String> outcomes(Answer answer) {
        return answer.body().path("lines").findValuesAsText("outcome");
    }

    private static void expect(Answer answer, int status, String problem) {
        assertThat(List.of(answer.status(), answer.problem()))
                .as(String.valueOf(answer.body()))
                .containsExactly(status, problem);
    }

    private static LocalDatabase database() {
        return LocalInfrastructure.database();
    }

    private void empty() {
        for (var table : List.of("officer", "officer_account", "absence", "delegation", "staff_contradiction")) {
            Tables.run(database(), "delete from " + table);
        }
        Tables.run(database(), "update staff_version set version = version + 1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> of("officer-1", TODAY).state() == Presence.State.UNMANAGED);
    }
}
