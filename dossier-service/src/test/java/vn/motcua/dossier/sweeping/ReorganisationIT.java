package vn.motcua.dossier.sweeping;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.sweeping.OpenDossiers.ADMIN;
import static vn.motcua.dossier.sweeping.OpenDossiers.accepted;
import static vn.motcua.dossier.sweeping.OpenDossiers.last;
import static vn.motcua.dossier.sweeping.OpenDossiers.now;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.casework.Histories;
import vn.motcua.dossier.catalogue.CatalogueRoom;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.local.testing.LocalInfrastructure;

/** Departments are merged: their open dossiers follow, each in a step of its own. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ReorganisationIT {

    @Inject
    CatalogueRoom room;

    @AfterEach
    void tidy() throws Exception {
        BusinessDay.backToRealTime();
        room.tidy();
    }

    @Test
    void departmentsThatAreMergedHandTheirOpenDossiersOverWithCodeDatesAndHistory() throws IOException {
        BusinessDay.standAt("2025-02-25T09:00");
        var open = IntStream.range(0, 5)
                .mapToObj(i -> accepted("1.900201", "H03.02"))
                .toList();
        var early = Api.send(ADMIN.post("/v1/reorganisations", "{\"agency\": \"H03.02\"}"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("reason")).isEqualTo("NO_SUCCESSOR");

        publishMergers();
        BusinessDay.standAt("2025-03-03T09:00");
        var done = Api.send(ADMIN.post("/v1/reorganisations", "{\"agency\": \"H03.02\"}"));

        assertThat(done.status()).as(String.valueOf(done.body())).isEqualTo(200);
        assertThat(done.text("successor")).isEqualTo("H03.10");
        while (done.body().path("more").asBoolean()) {
            done = Api.send(ADMIN.post("/v1/reorganisations", "{\"agency\": \"H03.02\"}"));
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
        var wrong = now(leader, open.get(0));
        var corrected = leader.step(
                wrong.id(),
                "correction",
                wrong.etag(),
                "{\"procedure\": \"1.900202\", \"reason\": \"WRONG_PROCEDURE\"}");
        assertThat(corrected.status())
                .as("whoever took over is competent, though it did not exist at acceptance: %s", corrected.body())
                .isEqualTo(200);
        assertThat(Api.send(ADMIN.post("/v1/reorganisations", "{\"agency\": \"H03.02\"}"))
                        .body()
                        .path("transferred")
                        .asInt())
                .isZero();
        assertThat(Api.send(leader.post("/v1/reorganisations", "{\"agency\": \"H03.02\"}"))
                        .status())
                .isEqualTo(403);
    }

    private void publishMergers() throws IOException {
        try (var in = ReorganisationIT.class.getResourceAsStream("/catalogue/examples/mergers-2025.json")) {
            var file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var imported = Api.send(ADMIN.post("/v1/catalogue/import?publish=true", file));
            assertThat(imported.status()).as(String.valueOf(imported.body())).isEqualTo(200);
        }
    }
}
