package vn.motcua.dossier.sweeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.casework.Histories;
import vn.motcua.dossier.catalogue.CatalogueRoom;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** A storm closes a district's counter, departments are merged: open dossiers follow, each in a step of its own. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class SweepsIT {

    private static final String BA_BE = "H03.32";

    private static final String STORM = """
            {"kind": "OVERRIDE", "code": "H03.32@2022-06-15", "version": 1, "agency": "H03.32", "date": "2022-06-15", "worked": false,
             "reason": {"vi": "nghỉ do bão", "en": "closed by a storm"}, "document": "12/CĐ-UBND"}""";

    private final Api admin = Api.as("admin", "H03");
    private final Api citizen = Api.citizen("c-17");

    @Inject
    CatalogueRoom room;

    @AfterEach
    void tidy() throws Exception {
        BusinessDay.backToRealTime();
        room.tidy();
    }

    @Test
    void aDayThatIsClosedMovesWhatWouldHaveRunThroughItOnceItIsOrdered() {
        BusinessDay.standAt("2022-06-08T09:00");
        var leader = Api.as("leader", BA_BE);
        var running = accepted("1.900602", BA_BE);
        var paused = paused(accepted("1.900602", BA_BE));
        var elsewhere = accepted("1.900602", "H03.31");
        assertThat(running.text("dueAt")).isEqualTo("2022-06-29T02:00:00Z");
        assertThat(preview(leader)).doesNotContain(running.text("code"), paused.text("code"));

        publish(STORM);

        assertThat(preview(leader)).contains(running.text("code"), paused.text("code"));
        assertThat(preview(leader)).doesNotContain(elsewhere.text("code"));
        assertThat(now(leader, running).text("dueAt")).as("only shown").isEqualTo("2022-06-29T02:00:00Z");
        assertThat(Api.as("leader", "H03.31")
                        .get("/v1/redatings?agency=" + BA_BE)
                        .status())
                .isEqualTo(403);

        var moved = Api.send(leader.post("/v1/redatings", "{\"agency\": \"" + BA_BE + "\"}"));
        assertThat(moved.status()).as(String.valueOf(moved.body())).isEqualTo(200);
        assertThat(moved.body().path("moved").asInt()).isGreaterThanOrEqualTo(2);
        var then = now(leader, running);
        assertThat(then.text("dueAt")).isEqualTo("2022-06-30T02:00:00Z");
        assertThat(then.text("originalDueAt")).isEqualTo("2022-06-29T02:00:00Z");
        assertThat(then.etag()).as("nobody's step became stale").isEqualTo(running.etag());
        assertThat(last(running)).isEqualTo("vn.motcua.dossier.due-date-changed.v1");
        assertThat(Histories.verdict(running.id()).intact()).isTrue();

        var again = Api.send(leader.post("/v1/redatings", "{\"agency\": \"" + BA_BE + "\"}"));
        assertThat(again.body().path("moved").asInt()).isZero();
        var clock = leader.get("/v1/dossiers/" + running.id() + "/clock");
        assertThat(clock.body().path("lines").findValuesAsText("kind")).containsExactly("START", "REDATE");
        assertThat(clock.body().path("lines").get(1).path("calendar").asText()).startsWith("civil-servants|1|");
    }

    @Test
    void departmentsThatAreMergedHandTheirOpenDossiersOverWithCodeDatesAndHistory() throws IOException {
        BusinessDay.standAt("2025-02-25T09:00");
        var open = IntStream.range(0, 5)
                .mapToObj(i -> accepted("1.900201", "H03.02"))
                .toList();
        var early = Api.send(admin.post("/v1/reorganisations", "{\"agency\": \"H03.02\"}"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("reason")).isEqualTo("NO_SUCCESSOR");

        publishMergers();
        BusinessDay.standAt("2025-03-03T09:00");
        var done = Api.send(admin.post("/v1/reorganisations", "{\"agency\": \"H03.02\"}"));

        assertThat(done.status()).as(String.valueOf(done.body())).isEqualTo(200);
        assertThat(done.text("successor")).isEqualTo("H03.10");
        while (done.body().path("more").asBoolean()) {
            done = Api.send(admin.post("/v1/reorganisations", "{\"agency\": \"H03.02\"}"));
        }
        var leader = Api.as("leader", "H03.10");
        for (var dossier : open) {
            var then = now(leader, dossier);
            assertThat(then.status()).isEqualTo(200);
            assertThat(then.text("code")).isEqualTo(dossier.text("code"));
            assertThat(then.text("dueAt")).isEqualTo(dossier.text("dueAt"));
            assertThat(then.body().path("agency").path("code").asText()).isEqualTo("H03.10");
            assertThat(last(dossier)).isEqualTo("vn.motcua.dossier.transferred.v1");
            assertThat(Histories.verdict(dossier.id()).intact()).isTrue();
        }
        assertThat(Api.send(admin.post("/v1/reorganisations", "{\"agency\": \"H03.02\"}"))
                        .body()
                        .path("transferred")
                        .asInt())
                .isZero();
        assertThat(Api.send(leader.post("/v1/reorganisations", "{\"agency\": \"H03.02\"}"))
                        .status())
                .isEqualTo(403);
    }

    private Answer accepted(String procedure, String agency) {
        var submitted = citizen.open("""
                {"procedure": "%s", "agency": "%s", "channel": "ONLINE", "returnMethod": "COUNTER", "applicant": {"name": "Hoàng Văn Mẫu"}}""".formatted(procedure, agency));
        assertThat(submitted.status()).as(String.valueOf(submitted.body())).isEqualTo(201);
        return Api.as("reception", agency).step(submitted.id(), "acceptance", submitted.etag(), "{}");
    }

    private static Answer paused(Answer dossier) {
        return Api.as("reception", BA_BE)
                .step(dossier.id(), "supplement-request", dossier.etag(), "{\"missing\": [\"CCCD\"]}");
    }

    private static Answer now(Api who, Answer dossier) {
        return who.get("/v1/dossiers/" + dossier.id());
    }

    private static List<String> preview(Api who) {
        return who.get("/v1/redatings?agency=" + BA_BE).body().path("items").findValuesAsText("code");
    }

    private static String last(Answer dossier) {
        return Tables.text(
                "select type from event where subject = ?::uuid order by sequence desc limit 1", dossier.id());
    }

    private void publish(String entry) {
        var draft = Api.send(admin.post("/v1/catalogue/drafts", entry).header("Idempotency-Key", Api.key()));
        assertThat(draft.status()).as(String.valueOf(draft.body())).isEqualTo(201);
        var published = Api.send(admin.post(URI.create(draft.location()).getPath() + "/publication", "{}")
                .header("Idempotency-Key", Api.key()));
        assertThat(published.status()).as(String.valueOf(published.body())).isEqualTo(200);
    }

    private void publishMergers() throws IOException {
        try (var in = SweepsIT.class.getResourceAsStream("/catalogue/examples/mergers-2025.json")) {
            var file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var imported = Api.send(admin.post("/v1/catalogue/import?publish=true", file));
            assertThat(imported.status()).as(String.valueOf(imported.body())).isEqualTo(200);
        }
    }
}
