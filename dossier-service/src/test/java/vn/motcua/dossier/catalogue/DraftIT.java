package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.edge.Role;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;
import vn.motcua.local.tokens.TokenRequest;

/** An administrator drafts and publishes; the published is what everybody sees. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class DraftIT {

    private static final String DRAFTS = "/v1/catalogue/drafts";
    private static final String STORM = DraftResource.EXAMPLE;
    private static final String STORM_PATH = DRAFTS + "/OVERRIDE/H03.31@2026-09-07/1";
    private static final Api ADMIN = Api.as("admin", "H03");

    @Inject
    Catalogue catalogue;

    @Inject
    Catalogues catalogues;

    @Inject
    DraftStore store;

    @Inject
    CatalogueRoom room;

    @AfterEach
    void tidy() throws Exception {
        room.tidy();
    }

    @Test
    void anAgencyMayBeClosedForAPartOfADay() {
        String path = DRAFTS + "/OVERRIDE/H03.31@2026-09-08/1";
        assertThat(create(DraftResource.EXAMPLE_IN_PART, Api.key()).status()).isEqualTo(201);
        assertThat(publish(path, Api.key()).status()).isEqualTo(200);

        JsonNode due = Api.withToken(null)
                .get("/v1/due-dates?start=2026-09-07T15:00:00%2B07:00&limit=1&unit=WORKING_DAYS&agency=H03.31")
                .body();
        assertThat(due.path("dueAt").asText()).isEqualTo("2026-09-09T00:00:00Z");
        assertThat(due.toString()).contains("the agency works at hours of its own, 07:00–11:30.");
        assertThat(Api.withToken(null)
                        .get("/v1/catalogue/overrides")
                        .body()
                        .at("/items/0/sessions/0/1")
                        .asText())
                .isEqualTo("11:30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[[\"07:00\"]]",
                "[[\"11:30\", \"07:00\"]]",
                "[[\"07:00\", \"11:30\"], [\"11:00\", \"12:00\"]]",
                "[[\"7h\", \"11:30\"]]"
            })
    void hoursThatAreNoneArePublishedByNobody(String sessions) {
        create(DraftResource.EXAMPLE_IN_PART.replace("[[\"07:00\", \"11:30\"]]", sessions), Api.key());

        Answer refused = publish(DRAFTS + "/OVERRIDE/H03.31@2026-09-08/1", Api.key());

        assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("pointer")).contains("/sessions");
    }

    @Test
    void aDraftHoldsOnlyWhenItIsPublished() {
        LocalDate day = LocalDate.of(2026, 9, 7);
        Answer draft = create(STORM, Api.key());
        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.location()).endsWith(STORM_PATH);
        assertThat(draft.etag()).isEqualTo("\"1\"");
        assertThat(catalogue.calendar("H03.31").isWorkingDay(day)).isTrue();

        Answer published = publish(STORM_PATH, Api.key());
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.body().toString())
                .isEqualTo("{\"kind\":\"OVERRIDE\",\"code\":\"H03.31@2026-09-07\",\"version\":1,\"closed\":[]}");
        assertThat(catalogue.calendar("H03.31").isWorkingDay(day)).isFalse();
        assertThat(catalogue.calendar("H03.31.01").isWorkingDay(day)).isFalse();
        assertThat(catalogue.calendar("H03.32").isWorkingDay(day)).isTrue();
        assertThat(ADMIN.get(STORM_PATH).status()).isEqualTo(404);
        assertThat(Api.withToken(null)
                        .get("/v1/catalogue/overrides")
                        .body()
                        .at("/items/0/code")
                        .asText())
                .isEqualTo("H03.31@2026-09-07");
        Answer due = Api.withToken(null)
                .get("/v1/due-dates?start=2026-09-04T09:00&limit=1&unit=WORKING_DAYS&agency=H03.31.01");
        assertThat(due.text("dueAt")).isEqualTo("2026-09-08T02:00:00Z");
    }

    @Test
    void aNewVersionOfAProcedureClosesTheOneBefore() {
        String next = procedure("1.900101", 3, "2027-01-01");
        create(next, Api.key());
        Answer published = publish(DRAFTS + "/PROCEDURE/1.900101/3", Api.key());
        assertThat(published.body().path("closed").toString()).isEqualTo("[\"PROCEDURE|1.900101|2\"]");
        assertThat(catalogue.procedureOn("1.900101", LocalDate.of(2026, 12, 31)))
                .get()
                .extracting(CatalogueEntry.Procedure::version)
                .isEqualTo(2);
        assertThat(catalogue.procedureOn("1.900101", LocalDate.of(2027, 1, 1)))
                .get()
                .extracting(CatalogueEntry.Procedure::version)
                .isEqualTo(3);
    }

    @Test
    void theListChangesItsTagWhenItChanges() {
        String before = Api.withToken(null).get("/v1/catalogue/procedures").etag();
        create(procedure("1.900101", 3, "2027-01-01"), Api.key());
        assertThat(Api.withToken(null).get("/v1/catalogue/procedures").etag()).isEqualTo(before);
        publish(DRAFTS + "/PROCEDURE/1.900101/3", Api.key());
        assertThat(Api.withToken(null).get("/v1/catalogue/procedures").etag()).isNotEqualTo(before);
    }

    @Test
    void whatIsPublishedNeverChanges() {
        Answer again = create(procedure("1.900101", 2, "2022-08-15"), Api.key());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("reason")).isEqualTo("PUBLISHED");
        create(STORM, Api.key());
        publish(STORM_PATH, Api.key());
        assertThat(create(STORM, Api.key()).text("reason")).isEqualTo("PUBLISHED");
        assertThat(publish(STORM_PATH, Api.key()).text("reason")).isEqualTo("PUBLISHED");
    }

    @Test
    void everyFaultIsNamedAndNothingIsPublished() {
        create(
                procedure("1.900101", 3, "2022-08-15")
                        .replace("\"sector\":\"LLTP\"", "\"sector\":\" \"")
                        .replace("\"H03.01\"", "\"H03.99\""),
                Api.key());
        long edition = Tables.number("select number from catalogue_edition");
        Answer refused = publish(DRAFTS + "/PROCEDURE/1.900101/3", Api.key());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("rule-violated");
        assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                .containsExactly("/sector", "/agencies", "/validFrom");
        assertThat(refused.body().path("errors").get(0).path("detail").asText())
                .isEqualTo("procedure 1.900101 version 3 needs a sector");
        assertThat(Tables.number("select number from catalogue_edition")).isEqualTo(edition);
        assertThat(catalogue.procedure("1.900101", 3)).isEmpty();
    }

    @Test
    void aDraftIsChangedByThoseWhoSawItLast() {
        create(STORM, Api.key());
        String other = STORM.replace("12/CĐ-UBND", "13/CĐ-UBND");
        assertThat(put(STORM_PATH, other, "\"9\"").status()).isEqualTo(412);
        Answer changed = put(STORM_PATH, other, "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(put(STORM_PATH, other, "\"1\"").problem()).isEqualTo("stale");
        assertThat(ADMIN.get(STORM_PATH).body().at("/entry/document").asText()).isEqualTo("13/CĐ-UBND");
        assertThat(put(STORM_PATH, STORM.replace("H03.31", "H03.32"), "\"2\"").status())
                .isEqualTo(422);
        assertThat(Api.send(ADMIN.request(STORM_PATH).DELETE()).status()).isEqualTo(428);
        assertThat(Api.send(ADMIN.request(STORM_PATH)
                                .header("If-Match", "\"1\"")
                                .DELETE())
                        .status())
                .isEqualTo(412);
        assertThat(Api.send(ADMIN.request(STORM_PATH)
                                .header("If-Match", "\"2\"")
                                .DELETE())
                        .status())
                .isEqualTo(204);
        assertThat(ADMIN.get(STORM_PATH).status()).isEqualTo(404);
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndAnotherBodyIsRefused() {
        String key = Api.key();
        Answer first = create(STORM, key);
        assertThat(create(STORM, key).body()).isEqualTo(first.body());
        assertThat(create(STORM.replace("bão", "lũ"), key).problem()).isEqualTo("key-reused");
        assertThat(create(STORM, Api.key()).text("reason")).isEqualTo("DRAFT_EXISTS");
        String publishing = Api.key();
        Answer published = publish(STORM_PATH, publishing);
        assertThat(publish(STORM_PATH, publishing).body()).isEqualTo(published.body());
        assertThat(Api.send(ADMIN.post(DRAFTS, STORM)).problem()).isEqualTo("key-missing");
    }

    @Test
    void ofTwinsThatPublishOneDoesAndAllHearTheSame() {
        create(STORM, Api.key());
        String key = Api.key();
        List<CompletableFuture<Answer>> twins = new ArrayList<>();
        IntStream.range(0, 8).forEach(i -> twins.add(Api.sendAsync(publication(STORM_PATH, key))));
        List<Answer> answers = twins.stream().map(CompletableFuture::join).toList();
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(Tables.number(
                        "select count(*) from catalogue_decision where code = 'H03.31@2026-09-07' and decided_at > ?::timestamptz",
                        Instant.now().minusSeconds(30).toString()))
                .isGreaterThanOrEqualTo(1);

        List<CompletableFuture<Answer>> strangers = new ArrayList<>();
        create(STORM.replace("H03.31", "H03.32"), Api.key());
        String other = STORM_PATH.replace("H03.31", "H03.32");
        IntStream.range(0, 8).forEach(i -> strangers.add(Api.sendAsync(publication(other, Api.key()))));
        assertThat(strangers.stream().map(CompletableFuture::join).map(Answer::status))
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(7);
    }

    /** The backend is killed after it wrote the entry and before it could commit. */
    @Test
    void aPublicationThatDiesHalfwayLeavesNothing() throws Exception {
        create(STORM, Api.key());
        String key = Api.key();
        CompletableFuture<Answer> dying;
        try (var connection = LocalInfrastructure.database().connect()) {
            connection.setAutoCommit(false);
            try (var lock = connection.createStatement()) {
                lock.execute("select * from catalogue_edition for update");
            }
            dying = Api.sendAsync(publication(STORM_PATH, key));
            await().atMost(Duration.ofSeconds(20)).until(() -> Tables.number("""
                            select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'update catalogue_edition%'""") == 1);
            Tables.rows("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where wait_event_type = 'Lock' and query like 'update catalogue_edition%'""");
            assertThat(dying.join().status()).isEqualTo(503);
            connection.rollback();
        }
        assertThat(Tables.number("select count(*) from catalogue_item where kind = 'OVERRIDE'"))
                .isZero();
        assertThat(ADMIN.get(STORM_PATH).status()).isEqualTo(200);
        assertThat(publish(STORM_PATH, key).status()).isEqualTo(200);
        assertThat(Tables.number("select count(*) from catalogue_item where kind = 'OVERRIDE'"))
                .isOne();
    }

    @Test
    void whatAnotherInstancePublishedIsNoticedWithinSeconds() throws Exception {
        create(STORM, Api.key());
        // As another instance does it: the transaction, without telling this one.
        try (DraftStore.Turn turn = store.turn()) {
            Draft draft = turn.draft("OVERRIDE", "H03.31@2026-09-07", 1).orElseThrow();
            turn.publish(Publication.of(turn.published(), List.of(draft.entry())), "other", Instant.now());
            turn.commit();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> catalogue.overrides().size() == 1);
        assertThat(catalogue.calendar("H03.31").due(Instant.parse("2026-09-04T02:00:00Z"), TimeLimit.workingDays(1)))
                .contains(Instant.parse("2026-09-08T02:00:00Z"));
    }

    @Test
    void whatIsPublishedReachesTheTopic() {
        create(STORM, Api.key());
        publish(STORM_PATH, Api.key());
        await().atMost(Duration.ofSeconds(15)).until(() -> Tables.number("""
                        select count(*) from catalogue_publication p join catalogue_item i using (kind, code, version, digest)
                        where kind = 'OVERRIDE'""") == 1);
    }

    @Test
    void aFileOfALaterBuildLeavesWhatAnAdministratorDecided() {
        create(procedure("1.900101", 3, "2027-01-01"), Api.key());
        publish(DRAFTS + "/PROCEDURE/1.900101/3", Api.key());
        CatalogueFile shipped = CatalogueFiles.shipped().stream()
                .filter(file -> file.name().equals("procedures"))
                .findFirst()
                .orElseThrow();
        Tables.run(LocalInfrastructure.database(), "delete from catalogue_file where name = 'procedures'");
        new CatalogueStore(database()).load(shipped);
        catalogues.refresh();
        assertThat(catalogue.procedure("1.900101", 2).orElseThrow().validTo()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void aLaterFileThatContradictsWhatIsPublishedIsReportedAndWhatIsPublishedStands() throws Exception {
        var open = entry(procedure("1.900101", 2, "2022-08-15"));
        create(procedure("1.900101", 3, "2027-01-01"), Api.key());
        publish(DRAFTS + "/PROCEDURE/1.900101/3", Api.key());
        // A version that begins while the published one holds, and a new procedure beside it.
        var later = entry(procedure("1.900101", 4, "2026-06-01"));
        var other = entry(procedure("1.900101", 1, "2026-06-01").replace("1.900101", "1.999901"));
        var file = new CatalogueFile("procedures", 1_000, "sha256:later", List.of(open, later, other));

        new CatalogueStore(database()).load(List.of(file));
        assertThat(catalogues.refresh()).isTrue();

        assertThat(catalogue.procedure("1.900101", 4)).isEmpty();
        assertThat(catalogue.procedure("1.900101", 3)).isPresent();
        assertThat(catalogue.procedure("1.999901", 1))
                .as("what contradicts nothing")
                .isPresent();
        var listed = ADMIN.get("/v1/catalogue/differences?limit=1");
        assertThat(listed.status()).as(String.valueOf(listed.body())).isEqualTo(200);
        assertThat(listed.body().at("/items/0/code").asText()).isEqualTo("1.900101");
        var all = ADMIN.get("/v1/catalogue/differences").body().path("items");
        assertThat(all.findValuesAsText("version")).containsExactly("2", "4");
        assertThat(all.at("/0/fields").toString())
                .as("which publishing the next version closed")
                .isEqualTo("[\"validTo\"]");
        assertThat(all.at("/1/fields").toString()).isEqualTo("[\"version\"]");
        assertThat(all.at("/1/fileVersion").asInt()).isEqualTo(1_000);
        assertThat(Api.as("leader", "H03").get("/v1/catalogue/differences").status())
                .isEqualTo(403);

        Tables.run(LocalInfrastructure.database(), "delete from catalogue_item where code = '1.999901'");
    }

    private static CatalogueEntry entry(String text) throws Exception {
        return EventFormat.mapper().readValue(text, CatalogueEntry.class);
    }

    @Test
    void draftsAreListedByPages() {
        Stream.of("H03.31", "H03.32", "H03.01").forEach(agency -> create(STORM.replace("H03.31", agency), Api.key()));
        Answer first = ADMIN.get(DRAFTS + "?limit=2");
        assertThat(codes(first.body())).containsExactly("H03.01@2026-09-07", "H03.31@2026-09-07");
        Answer second = ADMIN.get(DRAFTS + "?limit=2&cursor=" + first.text("next"));
        assertThat(codes(second.body())).containsExactly("H03.32@2026-09-07");
        assertThat(second.text("next")).isNull();
        assertThat(ADMIN.get(DRAFTS + "?cursor=madeup").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"text\"",
                "{\"kind\": \"FEE\", \"code\": \"X\", \"version\": 1}",
                "{\"kind\": \"REASON\", \"code\": \"X\", \"version\": 1, \"purpose\": \"REFUSAL\", \"mood\": 1}",
                "{\"kind\": \"REASON\", \"code\": \"X\", \"version\": \"one\"}",
                "{\"kind\": \"OVERRIDE\", \"code\": \"X\", \"version\": 1, \"date\": \"yesterday\", \"worked\": true}",
            })
    void whatIsNoEntryIsMalformed(String body) {
        Answer refused = create(body, Api.key());
        assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(400);
    }

    @Test
    void aCodeThatCannotBeAddressedIsRefused() {
        Answer refused = create(STORM.replace("\"H03.31@2026-09-07\"", "\"a/b c\""), Api.key());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/code");
        assertThat(create(STORM.replace("\"version\": 1", "\"version\": 0"), Api.key())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void onlyAdministratorsMay() {
        create(STORM, Api.key());
        List<Api> others = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                others.add(Api.as(role.claim(), "H03"));
            }
        }
        others.add(Api.as(TokenRequest.of("admin", "H03", 1).withRoles()));
        for (Api other : others) {
            assertThat(other.get(DRAFTS).status()).isEqualTo(403);
            assertThat(other.get(STORM_PATH).status()).isEqualTo(403);
            assertThat(Api.send(other.post(DRAFTS, STORM).header("Idempotency-Key", Api.key()))
                            .status())
                    .isEqualTo(403);
            assertThat(Api.send(other.request(STORM_PATH)
                                    .header("Content-Type", "application/json")
                                    .header("If-Match", "\"1\"")
                                    .PUT(BodyPublishers.ofString(STORM)))
                            .status())
                    .isEqualTo(403);
            assertThat(Api.send(other.request(STORM_PATH)
                                    .header("If-Match", "\"1\"")
                                    .DELETE())
                            .status())
                    .isEqualTo(403);
            assertThat(Api.send(other.post(STORM_PATH + "/publication", "").header("Idempotency-Key", Api.key()))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(Api.withToken(null).get(DRAFTS).status()).isEqualTo(401);
        assertThat(ADMIN.get(STORM_PATH).status()).isEqualTo(200);
    }

    private javax.sql.DataSource database() {
        return io.quarkus.arc.Arc.container()
                .instance(javax.sql.DataSource.class)
                .get();
    }

    private static List<String> codes(JsonNode page) {
        return page.path("items").findValuesAsText("code").stream().distinct().toList();
    }

    private String procedure(String code, int version, String from) {
        var tree = (com.fasterxml.jackson.databind.node.ObjectNode)
                Api.JSON.valueToTree(vn.motcua.dossier.events.EventFormat.mapper()
                        .valueToTree(catalogue.procedure(code, 2).orElseThrow()));
        return tree.put("version", version).put("validFrom", from).toString();
    }

    private static Answer create(String body, String key) {
        return Api.send(ADMIN.post(DRAFTS, body).header("Idempotency-Key", key));
    }

    private static Answer publish(String path, String key) {
        return Api.send(publication(path, key));
    }

    private static HttpRequest.Builder publication(String path, String key) {
        return ADMIN.request(path + "/publication")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.noBody());
    }

    private static Answer put(String path, String body, String etag) {
        return Api.send(ADMIN.request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(body)));
    }
}
