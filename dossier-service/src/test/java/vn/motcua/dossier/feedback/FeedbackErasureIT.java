package vn.motcua.dossier.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.testing.Api.JUSTICE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.casework.Histories;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** What people wrote is kept for its time, and then nobody finds it; what happened stays, and proves itself. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class FeedbackErasureIT {

    private static final String EVERYTHING = """
            select coalesce(row_to_json(f)::text, '') || coalesce(row_to_json(w)::text, '')
                || (select string_agg(row_to_json(e)::text, '') from event e where e.subject = f.id)
            from feedback f join feedback_words w on w.feedback_id = f.id where f.id = ?::uuid""";

    private final Api citizen = Api.citizen("c-erased");
    private final Api portal = Api.as("mirror", "H03");
    private final Api reception = Api.as("reception", JUSTICE);
    private final Api leader = Api.as("leader", JUSTICE);

    @Inject
    FeedbackErasure erasure;

    @BeforeEach
    void onAWednesdayMorning() {
        BusinessDay.standAt("2022-06-08T09:00");
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void fifteenYearsAfterTheYearInWhichItWasClosedItsWordsAndPeopleAreGone() {
        var own = step(reception, opened(), "refusal", Examples.REFUSAL);
        var number = "PAKN-" + UUID.randomUUID();
        var told = told(number);
        step(
                reception,
                step(
                        leader,
                        step(reception, told, "classification", Examples.CLASSIFICATION),
                        "answer",
                        Examples.ANSWER),
                "publication",
                Examples.PUBLICATION);
        var open = opened();

        BusinessDay.standAt("2037-12-31T23:59");
        sweep();
        assertThat(citizen.get("/v1/feedback/" + own.id()).text("author")).isEqualTo("Nguyễn Thị Hoa");
        BusinessDay.standAt("2038-01-01T00:00");
        sweep();

        for (var each : new Answer[] {own, told}) {
            assertThat(Tables.text(EVERYTHING, each.id()))
                    .doesNotContain(
                            "Hoa", "Triệu", "khai sinh", "mức phí", "nhắc nhở", "c-erased", "reception-1", "leader-1");
            assertThat(Tables.number(
                            "select octet_length(w.salt) + octet_length(f.request_digest) from feedback f join feedback_words w on w.feedback_id = f.id"
                                    + " where f.id = ?::uuid",
                            each.id()))
                    .as("nothing to try words out against")
                    .isZero();
            assertThat(Histories.verdict(each.id()).intact()).isTrue();
            var seen = leader.get("/v1/feedback/" + each.id());
            assertThat(seen.body().path("erased").asBoolean()).isTrue();
            assertThat(seen.body().has("text")
                            || seen.body().has("author")
                            || seen.body().has("answer"))
                    .isFalse();
        }
        assertThat(leader.get("/v1/feedback/" + own.id()).text("status")).isEqualTo("REFUSED");
        assertThat(citizen.get("/v1/feedback/" + own.id()).status()).isEqualTo(404);
        assertThat(citizen.get("/v1/feedback/" + open.id()).text("author"))
                .as("what is open is kept")
                .isEqualTo("Nguyễn Thị Hoa");
        assertThat(tell(number).body().get(0).path("outcome").asText()).isNotEqualTo("created");
        assertThat(Tables.number("select count(*) from feedback where request_key = ?", number))
                .isEqualTo(1);
    }

    private Answer opened() {
        var opened = citizen.ask("/v1/feedback", Api.key(), Examples.OPENING);
        assertThat(opened.status()).as(String.valueOf(opened.body())).isEqualTo(201);
        return opened;
    }

    private Answer tell(String number) {
        return Api.send(portal.post("/v1/mirrored-feedback", Examples.MIRRORED.replace("PAKN-2022-000017", number)));
    }

    private Answer told(String number) {
        var id = tell(number).body().get(0).path("id").asText();
        return reception.get("/v1/feedback/" + id);
    }

    private static Answer step(Api who, Answer seen, String step, String body) {
        var answer = Api.send(who.post("/v1/feedback/" + seen.id() + "/" + step, body)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", seen.etag()));
        assertThat(answer.status()).as(step + ": " + answer.body()).isEqualTo(200);
        return answer;
    }

    private void sweep() {
        erasure.sweep().await().atMost(Duration.ofSeconds(20));
    }
}
