package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** Applicants say how they were served, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class RatingIT {

    private static final String JUSTICE = "H03.01";

    private final Api citizen = Api.citizen("c-17");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api officer = Api.as("officer", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void aRatingIsAFactOfItsOwnThatLeavesTheDossierAndItsTagAlone() {
        var returned = returned();
        assertThat(citizen.get("/v1/dossiers/" + returned.id())
                        .body()
                        .path("nextSteps")
                        .findValuesAsText("step"))
                .isEqualTo(List.of("rating"));

        var rated =
                citizen.ask("/v1/dossiers/" + returned.id() + "/rating", "rating-" + returned.id(), Examples.RATING);

        assertThat(rated.status()).as(String.valueOf(rated.body())).isEqualTo(200);
        assertThat(rated.text("status")).isEqualTo("RETURNED");
        assertThat(rated.etag()).isEqualTo(returned.etag());
        assertThat(reception.get("/v1/dossiers/" + returned.id()).etag()).isEqualTo(returned.etag());
        assertThat(rated.body().path("nextSteps")).isEmpty();
        var row = Tables.rows(
                        "select type, data, note from event where subject = ?::uuid order by sequence desc limit 1",
                        returned.id())
                .get(0);
        assertThat(row.get(0)).isEqualTo("vn.motcua.dossier.rating-submitted.v1");
        assertThat(row.get(1))
                .contains("\"dimensions\":[{\"name\":\"ATTITUDE\",\"score\":5},{\"name\":\"TIME\",\"score\":4}]")
                .contains("\"score\":5")
                .contains("\"origin\":\"LIVE\"")
                .doesNotContain("tận tình");
        assertThat(row.get(2)).isEqualTo("Cán bộ hướng dẫn tận tình.");
        assertThat(Histories.verdict(returned.id()).intact()).isTrue();
    }

    @Test
    void theSameRequestIsAnsweredTheSameAndAnotherRatingIsBarred() {
        var returned = returned();
        var path = "/v1/dossiers/" + returned.id() + "/rating";
        var first = citizen.ask(path, "once-" + returned.id(), Examples.RATING);
        var again = citizen.ask(path, "once-" + returned.id(), Examples.RATING);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(citizen.ask(path, "once-" + returned.id(), "{\"score\": 1}").status())
                .isEqualTo(422);
        var other = citizen.ask(path, "twice-" + returned.id(), "{\"score\": 1}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("reason")).isEqualTo("RATED_ALREADY");
        assertThat(Tables.text(
                        "select count(*)::text from event where subject = ?::uuid and type like '%rating%'",
                        returned.id()))
                .isEqualTo("1");
    }

    @Test
    void onlyTheOwnerRatesAndOnlyAfterTheResultCameHome() {
        var returned = returned();
        var path = "/v1/dossiers/" + returned.id() + "/rating";
        assertThat(Api.citizen("c-18")
                        .ask(path, "other-" + returned.id(), Examples.RATING)
                        .status())
                .isEqualTo(403);
        assertThat(reception
                        .ask(path, "official-" + returned.id(), Examples.RATING)
                        .status())
                .isEqualTo(403);
        var open = citizen.open(Examples.ONLINE);
        var early = citizen.ask("/v1/dossiers/" + open.id() + "/rating", "early-" + open.id(), Examples.RATING);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("reason")).isEqualTo("NOT_RETURNED_YET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | 422",
                "{\"score\": 0}                                 | 422",
                "{\"score\": 6}                                 | 422",
                "{\"score\": 4.5}                               | 400",
                "{\"score\": 4, \"dimensions\": {\"TIME\": 9}}    | 422",
                "{\"score\": 4, \"dimensions\": {\"TIME\": null}} | 422",
                "{\"score\": 4, \"dimensions\": {\"WEATHER\": 4}} | 400",
                "{\"score\": 4, \"stars\": 4}                   | 400",
            })
    void whatIsNoRatingIsRefused(String body, int status) {
        var open = citizen.open(Examples.ONLINE);
        assertThat(citizen.ask("/v1/dossiers/" + open.id() + "/rating", "bad-" + open.id() + body.hashCode(), body)
                        .status())
                .isEqualTo(status);
    }

    private Api.Answer returned() {
        var open = citizen.open(Examples.ONLINE.replace("POST", "COUNTER"));
        var accepted = reception.step(open.id(), "acceptance", open.etag(), "{}");
        var begun = officer.step(accepted.id(), "processing", accepted.etag(), "{}");
        var completed = leader.step(begun.id(), "completion", begun.etag(), Examples.GRANTED);
        var returned = reception.step(
                completed.id(), "return", completed.etag(), "{\"via\": \"COUNTER\", \"identityChecked\": true}");
        assertThat(returned.status()).as(String.valueOf(returned.body())).isEqualTo(200);
        return returned;
    }
}
