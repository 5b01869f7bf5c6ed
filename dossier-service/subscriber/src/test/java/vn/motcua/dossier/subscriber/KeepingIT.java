package vn.motcua.dossier.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.subscriber.Events.event;
import static vn.motcua.dossier.subscriber.Events.numbers;
import static vn.motcua.dossier.subscriber.Events.subject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

/** What is kept of records and events that cannot be applied is bounded, and it is found again. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class KeepingIT extends InboxScene {

    @Test
    void aRecordThatIsNoEventIsNotedOnceAndTheRestFlows() {
        var subject = subject(14, 1);
        var garbage = Events.record(new RecordHeaders(), "k", "x".repeat(10_000).getBytes(UTF_8), 987_654);

        receive(List.of(event(subject, 1), garbage, event(subject, 2)));
        receive(List.of(garbage));

        assertThat(database.effects(subject)).containsExactly(1L, 2L);
        assertThat(
                        database.texts(
                                "select topic || ' ' || partition || ' ' || record_offset || ' ' || value_length || ' ' || octet_length(value_start) || ' ' || reason"
                                        + " from undecodable_record where stream = 'test-lifecycle' and record_offset = 987654"))
                .containsExactly("dossier.lifecycle.v1 0 987654 10000 4096 ce_specversion is not 1.0");
    }

    @Test
    void theBytesOfAnOldUndecodableRecordAreForgottenButNotItsPlace() {
        receive(List.of(Events.record(new RecordHeaders(), "k", "Hoàng Thị Mẫu".getBytes(UTF_8), 987_655)));
        waiting.forget(config.undecodableKept()).await().atMost(Duration.ofSeconds(5));
        assertThat(kept(987_655)).isPositive();

        database.execute("update undecodable_record set recorded_at = now() - interval '8 days'");
        waiting.forget(config.undecodableKept()).await().atMost(Duration.ofSeconds(5));

        assertThat(kept(987_655)).isZero();
    }

    @Test
    void beyondTheLimitOnlyThePlaceIsKeptAndReadingTheTopicAgainFillsItIn() {
        var subject = subject(15, 1);
        int most = config.mostHeld();
        var life = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (long sequence = 2; sequence <= most + 20; sequence++) {
            life.add(event(subject, sequence));
        }
        receive(life);
        assertThat(database.number(
                        "select count(*) from waiting_event where value is null and subject = '" + subject + "'"))
                .isEqualTo(19);

        receive(List.of(event(subject, 1)));
        await().until(() -> database.effects(subject).size() == most + 1);
        receive(life);

        await().until(() -> waiting(subject).isEmpty());
        assertThat(database.effects(subject)).isEqualTo(numbers(1, most + 20));
    }

    private long kept(long offset) {
        return database.number(
                "select octet_length(value_start) from undecodable_record where record_offset = " + offset);
    }
}
