package vn.motcua.dossier.sweeping;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.sweeping.OpenDossiers.ADMIN;
import static vn.motcua.dossier.sweeping.OpenDossiers.BA_BE;
import static vn.motcua.dossier.sweeping.OpenDossiers.CITIZEN;
import static vn.motcua.dossier.sweeping.OpenDossiers.STORM;
import static vn.motcua.dossier.sweeping.OpenDossiers.accepted;
import static vn.motcua.dossier.sweeping.OpenDossiers.now;
import static vn.motcua.dossier.sweeping.OpenDossiers.order;
import static vn.motcua.dossier.sweeping.OpenDossiers.publish;
import static vn.motcua.dossier.sweeping.OpenDossiers.shown;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.catalogue.CatalogueRoom;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** What a day that is only proposed would move: shown, and nothing is written. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ForecastIT {

    @Inject
    CatalogueRoom room;

    @AfterEach
    void tidy() throws Exception {
        BusinessDay.backToRealTime();
        room.tidy();
    }

    @Test
    void aProposedDayShowsWhatWouldMoveAndMovesNothing() {
        BusinessDay.standAt("2022-06-08T09:00");
        // What other tests left is due as the calendar of now has it.
        order(Api.as("leader", BA_BE), BA_BE);
        var before = forecast(ADMIN, STORM, "?limit=200");
        var running = accepted("1.900602", BA_BE);
        BusinessDay.standAt("2022-06-09T09:00");
        var later = accepted("1.900602", BA_BE);
        var elsewhere = accepted("1.900602", "H03.31");
        var leader = Api.as("leader", BA_BE);
        var state = everything();

        var shown = forecast(ADMIN, STORM, "?limit=200");

        assertThat(shown.status()).as(String.valueOf(shown.body())).isEqualTo(200);
        assertThat(shown.body().path("count").asInt())
                .isEqualTo(before.body().path("count").asInt() + 2);
        assertThat(shown.body().path("complete").asBoolean()).isTrue();
        assertThat(dates(shown))
                .contains(
                        running.text("code") + " 2022-06-29T02:00:00Z 2022-06-30T02:00:00Z",
                        later.text("code") + " 2022-06-30T02:00:00Z 2022-07-01T02:00:00Z")
                .noneMatch(line -> line.startsWith(elsewhere.text("code")));
        assertThat(paged()).as("page by page the same").isEqualTo(dates(shown));

        assertThat(everything()).as("nothing was written anywhere").isEqualTo(state);
        assertThat(now(leader, running).text("dueAt")).isEqualTo("2022-06-29T02:00:00Z");
        assertThat(shown(leader)).doesNotContain(running.text("code"), later.text("code"));
        assertThat(Api.send(leader.post("/v1/redatings", "{\"agency\": \"" + BA_BE + "\"}"))
                        .body()
                        .path("moved")
                        .asInt())
                .as("the calendar of now is what it was")
                .isZero();
        assertThat(now(leader, accepted("1.900602", BA_BE)).text("dueAt"))
                .as("nor is anything counted by it from now on")
                .isEqualTo("2022-06-30T02:00:00Z");

        publish(STORM);
        assertThat(shown(leader)).as("and it comes as it was told").contains(running.text("code"), later.text("code"));
    }

    @Test
    void aProposalThatCouldNotBePublishedIsRefusedAsPublishingWouldAndOthersMayNotPropose() {
        BusinessDay.standAt("2022-06-08T09:00");
        for (var role : List.of("leader", "officer", "reception", "clerk", "operator", "statistics")) {
            assertThat(forecast(Api.as(role, BA_BE), STORM, "").status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(forecast(CITIZEN, STORM, "").status()).isEqualTo(403);
        var reason =
                "{\"kind\": \"REASON\", \"code\": \"FIRE\", \"version\": 1, \"purpose\": \"REFUSAL\", \"names\": {\"vi\": \"cháy\", \"en\": \"fire\"}}";
        var other = forecast(ADMIN, reason, "");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().at("/errors/0/pointer").asText()).isEqualTo("/entries/0");
        assertThat(forecast(ADMIN, STORM.replace("2022-06-15\", \"worked", "2022-06-16\", \"worked"), "")
                        .status())
                .as("its code names another day")
                .isEqualTo(422);
        assertThat(forecast(ADMIN, "", "").status()).as("nothing proposed").isEqualTo(422);
        assertThat(forecast(ADMIN, STORM, "?cursor=made-up").status()).isEqualTo(400);
        assertThat(forecast(ADMIN, STORM, "?limit=201").status()).isEqualTo(400);
        assertThat(Api.send(ADMIN.post(
                                "/v1/redatings/preview", "{\"agency\": \"H03.99\", \"entries\": [" + STORM + "]}"))
                        .status())
                .isEqualTo(404);
        assertThat(Api.send(ADMIN.post("/v1/redatings/preview", "{\"entries\": [" + STORM + "]}"))
                        .status())
                .isEqualTo(400);

        publish(STORM);
        assertThat(forecast(ADMIN, STORM, "").status())
                .as("that version is published already")
                .isEqualTo(422);
    }

    private List<String> paged() {
        var found = new ArrayList<String>();
        var query = "?limit=1";
        while (query != null) {
            var page = forecast(ADMIN, STORM, query);
            assertThat(page.body().path("items").size()).isLessThanOrEqualTo(1);
            found.addAll(dates(page));
            query = page.body().has("next") ? "?limit=1&cursor=" + page.text("next") : null;
        }
        return found;
    }

    private static Answer forecast(Api who, String entry, String query) {
        return Api.send(who.post(
                "/v1/redatings/preview" + query, "{\"agency\": \"" + BA_BE + "\", \"entries\": [" + entry + "]}"));
    }

    private static List<String> dates(Answer forecast) {
        var lines = new ArrayList<String>();
        for (var item : forecast.body().path("items")) {
            lines.add(item.path("code").asText() + " " + item.path("dueAt").asText() + " "
                    + item.path("newDueAt").asText());
        }
        return lines;
    }

    /** Every table that a calendar or a due date could be written to. */
    private static List<String> everything() {
        return Stream.of(
                        "dossier",
                        "event",
                        "catalogue_item",
                        "catalogue_draft",
                        "catalogue_request",
                        "catalogue_publication",
                        "catalogue_decision",
                        "catalogue_edition")
                .filter(table -> Tables.text("select to_regclass(?)::text", table) != null)
                .map(table -> table + " "
                        + Tables.text(
                                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from "
                                        + table + " t"))
                .toList();
    }
}
