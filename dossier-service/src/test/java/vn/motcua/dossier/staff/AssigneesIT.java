package vn.motcua.dossier.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.staff.roster.Presence;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** A leader is shown whom to give a dossier to: who is there, who has least, who acts for whom. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class AssigneesIT {

    private static final String JUSTICE = "H03.01";
    private static final LocalDate TODAY = LocalDate.of(2022, 6, 20);
    private static final String LIST = """
            account;name;unit;position;position_vi;position_en;roles;valid_from;valid_to
            leader-1;Nông Thị Thử;H03.01;GD;Giám đốc;Director;leader;2020-01-01;
            officer-1;Triệu Văn Mẫu;H03.01;CV;Chuyên viên;Specialist;officer;2021-03-01;
            officer-2;Lý Thị Mẫu;H03.01;CV;Chuyên viên;Specialist;officer;2021-03-01;
            officer-3;Hà Văn Mẫu;H03.01;CV;Chuyên viên;Specialist;officer clerk;2021-03-01;
            officer-4;Đặng Thị Cũ;H03.01;CV;Chuyên viên;Specialist;officer;2021-03-01;2022-06-19
            officer-8;Bế Văn Khác;H03.02;CV;Chuyên viên;Specialist;officer;2021-03-01;
            """;

    private final Api admin = Api.as("admin", "H03");
    private final Api leader = Api.as("leader", JUSTICE);

    @Inject
    StaffDesk desk;

    @BeforeEach
    void aListIsThere() {
        BusinessDay.standAt("2022-06-20T09:00");
        empty();
        // What other tests have given to people of the same names.
        Tables.run(LocalInfrastructure.database(), "update dossier set officer = null where officer like 'officer-%'");
    }

    @AfterEach
    void goOn() {
        empty();
        BusinessDay.backToRealTime();
    }

    @Test
    void whoIsThereAndHasLeastComesFirstAndWhoIsAwayComesLastWithTheirStandIns() {
        load();
        give("officer-2");
        give("officer-2");
        give("officer-3");
        away("officer-1", "2022-06-20", "2022-06-24");
        standsIn("officer-3", "officer-1", "\"agency\": \"H03.01\"");
        standsIn("officer-8", "officer-1", "\"agency\": \"H03.02\"");
        var dossier = processing();

        var shown = assignees(leader, dossier);

        assertThat(shown.status()).as(String.valueOf(shown.body())).isEqualTo(200);
        assertThat(shown.text("suggested")).isEqualTo("officer-3");
        assertThat(shown.text("unit")).isEqualTo(JUSTICE);
        assertThat(shown.text("role")).isEqualTo("officer");
        assertThat(shown.body().path("managed").asBoolean()).isTrue();
        assertThat(told(shown))
                .as("neither who has left nor who is of another unit")
                .containsExactly("officer-3 1 there", "officer-2 2 there", "officer-1 0 until 2022-06-24");
        var absent = shown.body().path("items").get(2);
        assertThat(absent.path("standIns").toString())
                .as("a delegation for another agency is none here")
                .isEqualTo("[\"officer-3\"]");
        assertThat(absent.path("name").asText()).isEqualTo("Triệu Văn Mẫu");
        assertThat(absent.path("position").path("vi").asText()).isEqualTo("Chuyên viên");

        assertThat(assign(dossier, "officer-1").text("reason")).isEqualTo("OFFICER_ABSENT");
        var given = assign(dossier, shown.text("suggested"));
        assertThat(given.status()).isEqualTo(200);
        var then = assignees(leader, given);
        assertThat(told(then)).startsWith("officer-2 2 there", "officer-3 2 there");
        assertThat(then.body().path("items").get(1).path("hasIt").asBoolean()).isTrue();
    }

    @Test
    void whatIsDecidedIsNobodysWorkAnyMore() {
        load();
        var done = give("officer-1");
        var dossier = processing();
        assertThat(told(assignees(leader, dossier))).last().isEqualTo("officer-1 1 there");

        var decided = leader.step(
                done.id(), "completion", done.etag(), "{\"outcome\": \"GRANTED\", \"resultReference\": \"1/KQ\"}");
        assertThat(decided.status()).as(String.valueOf(decided.body())).isEqualTo(200);

        assertThat(told(assignees(leader, dossier))).first().isEqualTo("officer-1 0 there");
        assertThat(assignees(leader, done).text("reason"))
                .as("as the step itself")
                .isEqualTo("ALREADY_COMPLETED");
    }

    @Test
    void whereAllAreAwayNobodyIsSuggestedAndWithoutAListNobodyIsNamed() {
        var dossier = processing();
        var without = assignees(leader, dossier);
        assertThat(without.body().path("managed").asBoolean()).isFalse();
        assertThat(without.body().path("items")).isEmpty();
        assertThat(without.body().has("suggested")).isFalse();

        load();
        for (var account : List.of("officer-1", "officer-2", "officer-3")) {
            away(account, "2022-06-20", "2022-06-20");
        }
        var all = assignees(leader, dossier);
        assertThat(all.body().has("suggested")).isFalse();
        assertThat(all.body().path("items")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "reception", "clerk", "cashier", "admin", "operator", "statistics", "postal"})
    void onlyWhoGivesDossiersToOthersIsShownThem(String role) {
        load();
        var dossier = processing();

        assertThat(assignees(Api.as(role, JUSTICE), dossier).status()).isEqualTo(403);
    }

    @Test
    void aLeaderIsShownThemForTheirOwnAgencysDossiersOnly() {
        load();
        var dossier = processing();

        assertThat(assignees(Api.as("leader", "H03.02"), dossier).status()).isEqualTo(404);
        assertThat(assignees(Api.citizen("c-1"), dossier).status()).isEqualTo(403);
        assertThat(leader.get("/v1/dossiers/no-id/assignees").status()).isEqualTo(404);
        assertThat(Api.withToken(null)
                        .get("/v1/dossiers/" + dossier.id() + "/assignees")
                        .status())
                .isEqualTo(401);
        var asked = leader.step(
                dossier.id(),
                "legs",
                dossier.etag(),
                "{\"agency\": \"H03.03\", \"task\": \"Cho ý kiến\", \"limit\": {\"amount\": 1, \"unit\": \"WORKING_DAYS\"}}");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(assignees(Api.as("leader", "H03.03"), dossier).status())
                .as("they have a part of it, and see it")
                .isEqualTo(403);
        assertThat(assignees(Api.as(TokenRequest.of("leader", "H03", 1)), dossier)
                        .status())
                .as("the province leads the department")
                .isEqualTo(200);
    }

    private static Answer assignees(Api who, Answer dossier) {
        return who.get("/v1/dossiers/" + dossier.id() + "/assignees");
    }

    private static List<String> told(Answer shown) {
        var told = new ArrayList<String>();
        for (var item : shown.body().path("items")) {
            told.add(item.path("account").asText() + " "
                    + item.path("openDossiers").asInt() + " "
                    + (item.path("there").asBoolean()
                            ? "there"
                            : "until " + item.path("absentUntil").asText()));
        }
        return told;
    }

    private Answer give(String account) {
        var given = assign(processing(), account);
        assertThat(given.status()).as(String.valueOf(given.body())).isEqualTo(200);
        return given;
    }

    private Answer assign(Answer dossier, String account) {
        return leader.step(dossier.id(), "assignment", dossier.etag(), "{\"officer\": \"" + account + "\"}");
    }

    private static Answer processing() {
        var reception = Api.as("reception", JUSTICE);
        var opened = reception.open("""
                {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
                 "applicant": {"name": "Hoàng Văn Nam"}, "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""");
        var begun = reception.step(opened.id(), "processing", opened.etag(), "{}");
        assertThat(begun.status()).as(String.valueOf(begun.body())).isEqualTo(200);
        return begun;
    }

    private void load() {
        var loaded = Api.send(admin.request("/v1/staff/import")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(LIST)));
        assertThat(loaded.body().path("created").asInt())
                .as(String.valueOf(loaded.body()))
                .isEqualTo(6);
    }

    private void away(String account, String from, String to) {
        var answer = Api.send(admin.request("/v1/staff/" + account + "/absences")
                .header("Content-Type", "application/json")
                .header("If-Match", admin.get("/v1/staff/" + account).etag())
                .PUT(BodyPublishers.ofString(
                        "{\"absences\": [{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"LEAVE\"}]}"
                                .formatted(from, to))));
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
    }

    private void standsIn(String account, String forWhom, String scope) {
        var answer = admin.ask(
                "/v1/staff/delegations",
                Api.key(),
                "{\"from\": \"%s\", \"to\": \"%s\", \"mode\": \"DEPUTY\", %s, \"validFrom\": \"2022-06-20\", \"document\": \"15/QĐ\"}"
                        .formatted(forWhom, account, scope));
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
    }

    private void empty() {
        for (var table : List.of("officer", "officer_account", "absence", "delegation", "staff_contradiction")) {
            Tables.run(LocalInfrastructure.database(), "delete from " + table);
        }
        Tables.run(LocalInfrastructure.database(), "update staff_version set version = version + 1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.mayBeAssigned("officer-1", JUSTICE, TODAY)
                                .await()
                                .indefinitely()
                                .state()
                        == Presence.State.UNMANAGED);
    }
}
