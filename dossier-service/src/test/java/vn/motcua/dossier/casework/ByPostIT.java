package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.local.testing.LocalInfrastructure;

/** What comes by post has come when the record of handing over is signed, whenever it is keyed in. Source: Decision 45/2016/QĐ-TTg. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class ByPostIT {

    private static final String BY_POST = Examples.COUNTER.replace("\"channel\": \"COUNTER\"", "\"channel\": \"POST\"");

    private final Api reception = Api.as("reception", JUSTICE);

    @BeforeEach
    void onAWednesdayAfternoon() {
        BusinessDay.standAt("2022-06-08T16:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void theLimitRunsFromTheHandingOver() {
        var sack = reception.open(received(BY_POST, "2022-06-08T10:00:00+07:00"));
        assertThat(sack.status()).as(String.valueOf(sack.body())).isEqualTo(201);
        assertThat(sack.text("acceptedAt")).isEqualTo("2022-06-08T03:00:00Z");
        assertThat(sack.text("dueAt")).isEqualTo("2022-06-22T03:00:00Z");
        assertThat(sack.text("forwardBy")).as("it came before 15:00").isEqualTo("2022-06-08T10:00:00Z");
        assertThat(Histories.verdict(sack.id()).intact()).isTrue();

        var now = reception.open(BY_POST);
        assertThat(now.text("acceptedAt")).isEqualTo("2022-06-08T09:00:00Z");
        assertThat(now.text("forwardBy")).as("it came after 15:00").isEqualTo("2022-06-09T00:00:00Z");
    }

    @Test
    void theSameRequestOnTheNextDayIsAnsweredAsBefore() {
        var body = received(BY_POST, "2022-06-08T10:00:00+07:00");
        var key = Api.key();
        var first = reception.ask("/v1/dossiers", key, body);
        BusinessDay.standAt("2022-06-09T09:00");
        var again = reception.ask("/v1/dossiers", key, body);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.id()).isEqualTo(first.id());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, 2022-06-08T16:00:01+07:00",
        "POST, 2022-06-07T16:00:00+07:00",
        "POST, 2022-06-08T00:00:00+08:00",
        "COUNTER, 2022-06-08T10:00:00+07:00",
    })
    void whatCannotBeIsRefused(String channel, String receivedAt) {
        var refused = reception.open(received(BY_POST.replace("\"POST\"", "\"" + channel + "\""), receivedAt));
        assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/receivedAt");
    }

    private static String received(String body, String at) {
        return body.replaceFirst("\\{", "{\"receivedAt\": \"" + at + "\", ");
    }
}
