package vn.motcua.dossier.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.motcua.dossier.subscriber.Events.event;
import static vn.motcua.dossier.subscriber.Events.numbers;
import static vn.motcua.dossier.subscriber.Events.subject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

/** Events that are lost for good are given up by an operator: exactly those, under the operator's name, and in order. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class GapIT extends InboxScene {

    private static final String REASON = "discarded at their source";

    @Test
    void skippingAppliesThoseBehindTheGapInOrderAndPassesOverWhatComesLater() {
        var subject = subject(41, 1);
        receive(List.of(event(subject, 1), event(subject, 4), event(subject, 5), event(subject, 7)));
        assertThat(gaps(subject))
                .singleElement()
                .satisfies(gap -> assertThat(gap)
                        .containsEntry("first", 2)
                        .containsEntry("last", 3)
                        .containsEntry("behind", 3)
                        .containsKey("since"));

        skip(subject, 2, 3).statusCode(200);

        assertThat(database.effects(subject)).containsExactly(1L, 4L, 5L);
        assertThat(gaps(subject))
                .singleElement()
                .satisfies(gap -> assertThat(gap).containsEntry("first", 6).containsEntry("last", 6));
        double before = counted("motcua.inbox.duplicates");
        receive(List.of(event(subject, 2), event(subject, 3)));
        assertThat(counted("motcua.inbox.duplicates")).isEqualTo(before + 2);
        assertThat(waiting(subject)).containsExactly(7L);
        receive(List.of(event(subject, 6), event(subject, 8)));
        assertThat(database.effects(subject)).containsExactly(1L, 4L, 5L, 6L, 7L, 8L);
        assertThat(waiting(subject)).isEmpty();
        assertThat(gaps(subject)).isEmpty();
    }

    @Test
    void aDossierWhoseBeginningIsLostGoesOnToo() {
        var subject = subject(42, 1);
        receive(List.of(event(subject, 3), event(subject, 4)));

        skip(subject, 1, 2).statusCode(200);

        assertThat(database.effects(subject)).containsExactly(3L, 4L);
    }

    @Test
    void whoWhenAndWhyAreKeptAndItIsCountedAndSaidOnce() {
        var subject = subject(43, 1);
        receive(List.of(event(subject, 1), event(subject, 5)));
        double before = counted("motcua.inbox.skipped");
        try (var said = new Said(Gaps.class)) {
            var first = skip(subject, 2, 4).statusCode(200).extract().jsonPath();
            var again = skip(subject, 2, 4).statusCode(200).extract().jsonPath();

            assertThat(again.getMap("")).isEqualTo(first.getMap(""));
            assertThat(first.getString("skippedBy")).isNotBlank();
            assertThat(first.getString("skippedAt")).isNotBlank();
            assertThat(first.getString("reason")).isEqualTo(REASON);
            assertThat(said.lines())
                    .containsExactly("stream=test-lifecycle skipped subject=" + subject + " first=2 last=4");
            assertThat(operator()
                            .get("/v1/skipped-gaps?stream=test-lifecycle&limit=200")
                            .jsonPath()
                            .getList("items.findAll { it.subject == '" + subject + "' }.id"))
                    .containsExactly(first.getInt("id"));
        }
        assertThat(counted("motcua.inbox.skipped")).isEqualTo(before + 3);
        assertThat(database.effects(subject)).containsExactly(1L, 5L);
    }

    @Test
    void onlyExactlyTheGapIsSkipped() {
        var subject = subject(44, 1);
        receive(List.of(event(subject, 1), event(subject, 4), event(subject, 6)));

        for (var range : List.of(
                List.of(1, 3),
                List.of(3, 3),
                List.of(2, 2),
                List.of(2, 4),
                List.of(2, 5),
                List.of(5, 5),
                List.of(7, 8))) {
            skip(subject, range.get(0), range.get(1)).statusCode(409).body("reason", equalTo("NOT_A_GAP"));
        }
        skip(subject(44, 2), 1, 2).statusCode(409);

        assertThat(database.effects(subject)).containsExactly(1L);
        assertThat(waiting(subject)).containsExactly(4L, 6L);
        assertThat(database.number("select count(*) from inbox where subject = '" + subject(44, 2) + "'"))
                .isZero();
        receive(List.of(event(subject, 2), event(subject, 3), event(subject, 5)));
        assertThat(database.effects(subject)).isEqualTo(numbers(1, 6));
    }

    @Test
    void aDossierThatWaitsBehindAParkedEventHasNoGap() {
        var subject = subject(45, 1);
        receive(List.of(event(subject, 1, "unacceptable"), event(subject, 3)));

        assertThat(gaps(subject)).isEmpty();
        skip(subject, 1, 2).statusCode(409);
        skip(subject, 2, 2).statusCode(409);
    }

    @Test
    void whatFailsBehindTheGapIsParkedInItsTurn() {
        var subject = subject(46, 1);
        receive(List.of(event(subject, 1), event(subject, 3), event(subject, 4, "unacceptable"), event(subject, 5)));

        skip(subject, 2, 2).statusCode(200);

        assertThat(database.effects(subject)).containsExactly(1L, 3L);
        assertThat(database.column("select sequence from parked_event where subject = '" + subject + "'"))
                .containsExactly(4L);
        assertThat(waiting(subject)).containsExactly(4L, 5L);
        assertThat(gaps(subject)).isEmpty();
    }

    @Test
    void anEventWhoseValueWasLeftInTheTopicMayBeSkippedWithTheGap() {
        var subject = subject(47, 1);
        int most = config.mostHeld();
        var life = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (long sequence = 3; sequence <= most + 4; sequence++) {
            life.add(event(subject, sequence));
        }
        receive(life);
        receive(List.of(event(subject, 1), event(subject, 2)));
        await().until(() -> database.effects(subject).size() == most + 2);
        receive(List.of(event(subject, most + 6)));

        skip(subject, most + 3, most + 5).statusCode(200);

        assertThat(database.effects(subject)).hasSize(most + 3).endsWith(most + 6L);
        assertThat(waiting(subject)).isEmpty();
    }

    @Test
    void whateverComesFirstTheSkipOrTheMissingEventItTakesEffectOnceAndInOrder() {
        for (int n = 1; n <= 30; n++) {
            var subject = subject(48, n);
            receive(List.of(event(subject, 1), event(subject, 3)));

            var late = CompletableFuture.runAsync(() -> receive(List.of(event(subject, 2))));
            int status = skip(subject, 2, 2).extract().statusCode();
            late.join();

            assertThat(database.effects(subject)).isEqualTo(status == 200 ? List.of(1L, 3L) : numbers(1, 3));
            assertThat(status).isIn(200, 409);
        }
    }

    private static List<Map<String, Object>> gaps(UUID subject) {
        return operator()
                .get("/v1/gaps?stream=test-lifecycle&limit=200")
                .jsonPath()
                .getList("items.findAll { it.subject == '" + subject + "' }");
    }

    private static ValidatableResponse skip(UUID subject, long first, long last) {
        return SkipRequestIT.post(Map.of(
                "stream", Ledger.NAME,
                "source", Events.SOURCE,
                "subject", subject,
                "first", first,
                "last", last,
                "reason", REASON));
    }
}
