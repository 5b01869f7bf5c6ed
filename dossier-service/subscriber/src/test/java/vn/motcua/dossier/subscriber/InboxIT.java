package vn.motcua.dossier.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.subscriber.Events.event;
import static vn.motcua.dossier.subscriber.Events.lives;
import static vn.motcua.dossier.subscriber.Events.numbers;
import static vn.motcua.dossier.subscriber.Events.subject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class InboxIT {

    @Inject
    Inbox inbox;

    @Inject
    Ledger ledger;

    @Inject
    Database database;

    @Inject
    MeterRegistry registry;

    @Inject
    SubscriberConfig config;

    @Inject
    WaitingStore waiting;

    @AfterEach
    void mend() {
        ledger.broken().clear();
    }

    @Test
    void aWholePollTakesEffectInOrderOfEachSubject() {
        receive(lives(1, 50, 1, 6));

        for (int n = 1; n <= 50; n++) {
            assertThat(database.effects(subject(1, n))).isEqualTo(numbers(1, 6));
        }
    }

    @Test
    void aRepeatHasNoEffectAndIsCounted() {
        var poll = lives(2, 20, 1, 5);
        receive(poll);
        double before = registry.counter("motcua.inbox.duplicates", "stream", Ledger.NAME)
                .count();

        receive(poll);
        receive(lives(2, 20, 4, 6));

        assertThat(registry.counter("motcua.inbox.duplicates", "stream", Ledger.NAME)
                        .count())
                .isEqualTo(before + 100 + 40);
        for (int n = 1; n <= 20; n++) {
            assertThat(database.effects(subject(2, n))).isEqualTo(numbers(1, 6));
        }
    }

    @Test
    void aGapWaitsAndIsHealedWhenTheMissingEventComes() {
        var subject = subject(3, 1);
        receive(List.of(event(subject, 1), event(subject, 3)));
        receive(List.of(event(subject, 5), event(subject, 3)));
        assertThat(database.effects(subject)).containsExactly(1L);
        assertThat(waiting(subject)).containsExactly(3L, 5L);

        receive(List.of(event(subject, 2)));
        assertThat(database.effects(subject)).containsExactly(1L, 2L, 3L);
        receive(List.of(event(subject, 4), event(subject, 6)));

        assertThat(database.effects(subject)).isEqualTo(numbers(1, 6));
        assertThat(waiting(subject)).isEmpty();
        assertThat(database.number("select held from inbox where subject = '" + subject + "'"))
                .isZero();
    }

    @Test
    void anyOrderAndAnyRepeatsEndInTheSameEffects() {
        var shuffled = new ArrayList<>(lives(4, 30, 1, 8));
        shuffled.addAll(lives(4, 30, 1, 8));
        Collections.shuffle(shuffled, new Random(20220608));

        for (int start = 0; start < shuffled.size(); start += 37) {
            receive(shuffled.subList(start, Math.min(shuffled.size(), start + 37)));
        }

        for (int n = 1; n <= 30; n++) {
            assertThat(database.effects(subject(4, n))).isEqualTo(numbers(1, 8));
        }
    }

    @Test
    void aSubjectFirstSeenInTheMiddleWaitsForItsBeginning() {
        var subject = subject(5, 1);
        receive(List.of(event(subject, 3), event(subject, 4)));
        assertThat(database.effects(subject)).isEmpty();

        receive(List.of(event(subject, 1), event(subject, 2)));
        assertThat(database.effects(subject)).isEqualTo(numbers(1, 4));
    }

    @Test
    void aStreamThatStartsInTheMiddleTakesASubjectFromWhereItIsFirstSeen() {
        var subject = subject(6, 1);
        var late = new LateStream(ledger);

        receive(late, List.of(event(subject, 3), event(subject, 4)));
        receive(late, List.of(event(subject, 2), event(subject, 6)));
        receive(late, List.of(event(subject, 5)));

        assertThat(database.effects(subject)).isEqualTo(numbers(3, 6));
    }

    @Test
    void whatFailsInTheMiddleIsTheOnlyThingThatDoesNotFlow() {
        var bad = subject(7, 123);
        ledger.broken().add(bad);

        receive(lives(7, 500, 1, 1));
        receive(lives(7, 500, 2, 3));

        for (int n = 1; n <= 500; n++) {
            assertThat(database.effects(subject(7, n))).isEqualTo(n == 123 ? List.of() : numbers(1, 3));
        }
        assertThat(waiting(bad)).containsExactly(1L, 2L, 3L);
        assertThat(database.column("select sequence from parked_event where subject = '" + bad + "'"))
                .containsExactly(1L);
    }

    @Test
    void bisectionCostsLogarithmicallyManyTries() {
        var bad = subject(8, 400);
        ledger.broken().add(bad);
        int before = ledger.calls();

        receive(lives(8, 500, 1, 1));

        assertThat(ledger.calls() - before).isLessThanOrEqualTo(2 * 9 + 2);
    }

    @Test
    void whatSucceededBeforeTheFailingEventIsKept() {
        var subject = subject(9, 1);

        receive(List.of(event(subject, 1), event(subject, 2), event(subject, 3, "unacceptable"), event(subject, 4)));

        assertThat(database.effects(subject)).containsExactly(1L, 2L);
        assertThat(waiting(subject)).containsExactly(3L, 4L);
        assertThat(database.texts("select reason from parked_event where subject = '" + subject + "'"))
                .singleElement()
                .asString()
                .contains("SQLSTATE 23514 constraint effect_word_check table effect");
    }

    @Test
    void aReasonHoldsNoPersonalData() {
        var subject = subject(10, 1);
        ledger.broken().add(subject);

        receive(List.of(event(subject, 1)));

        assertThat(database.texts("select reason from parked_event where subject = '" + subject + "'"))
                .singleElement()
                .asString()
                .startsWith("java.lang.IllegalStateException: cannot be understood")
                .doesNotContain("Hoàng", "0912345678", "mau@example.vn");
    }

    @Test
    void aConnectionThatDiesInTheMiddleIsTriedAgainAndNothingIsParked() {
        double before =
                registry.counter("motcua.inbox.retries", "stream", Ledger.NAME).count();
        ledger.interruptOnce(tx -> tx.query("select pg_terminate_backend(pg_backend_pid())")
                .execute()
                .replaceWithVoid());

        receive(lives(11, 40, 1, 3));

        assertThat(registry.counter("motcua.inbox.retries", "stream", Ledger.NAME)
                        .count())
                .isEqualTo(before + 1);
        for (int n = 1; n <= 40; n++) {
            assertThat(database.effects(subject(11, n))).isEqualTo(numbers(1, 3));
            assertThat(waiting(subject(11, n))).isEmpty();
        }
    }

    @Test
    void aDatabaseThatTakesNobodyIsWaitedFor() {
        asSuperuser("alter role motcua connection limit 0");
        try {
            asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'motcua'");
            var received = inbox.receive(ledger, lives(12, 5, 1, 2)).subscribeAsCompletionStage();
            double before = registry.counter("motcua.inbox.retries", "stream", Ledger.NAME)
                    .count();
            await().until(() -> registry.counter("motcua.inbox.retries", "stream", Ledger.NAME)
                            .count()
                    >= before + 2);
            assertThat(received).isNotDone();
            asSuperuser("alter role motcua connection limit -1");
            await().until(received::isDone);
        } finally {
            asSuperuser("alter role motcua connection limit -1");
        }

        for (int n = 1; n <= 5; n++) {
            assertThat(database.effects(subject(12, n))).isEqualTo(numbers(1, 2));
            assertThat(waiting(subject(12, n))).isEmpty();
        }
    }

    @Test
    void twoInstancesOnTheSameDeliveriesOfNewSubjectsHaveOneEffect() {
        threeInstancesAtOnce(lives(13, 200, 1, 3));

        for (int n = 1; n <= 200; n++) {
            assertThat(database.effects(subject(13, n))).isEqualTo(numbers(1, 3));
        }
    }

    @Test
    void twoInstancesOnTheSameDeliveriesOfKnownSubjectsHaveOneEffect() {
        receive(lives(17, 200, 1, 1));

        threeInstancesAtOnce(lives(17, 200, 2, 4));

        for (int n = 1; n <= 200; n++) {
            assertThat(database.effects(subject(17, n))).isEqualTo(numbers(1, 4));
        }
    }

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

    @Test
    void aSubscriptionThatForgetsAFailedStatementLosesNothing() {
        var subject = subject(16, 1);
        var careless = new Careless();

        receive(careless, List.of(event(subject, 1)));

        assertThat(database.column("select last_sequence from inbox where stream = 'careless'"))
                .containsExactly(0L);
        assertThat(database.column("select sequence from parked_event where stream = 'careless'"))
                .containsExactly(1L);
    }

    private void threeInstancesAtOnce(List<ConsumerRecord<String, byte[]>> deliveries) {
        var reversed = new ArrayList<>(deliveries);
        Collections.reverse(reversed);
        Uni.join()
                .all(
                        inbox.receive(ledger, deliveries),
                        inbox.receive(ledger, reversed),
                        inbox.receive(ledger, deliveries))
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private static void asSuperuser(String sql) {
        var server = LocalInfrastructure.postgres();
        var url = "jdbc:postgresql://" + server.host() + ":" + server.port() + "/postgres";
        try (var connection = DriverManager.getConnection(url, server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private long kept(long offset) {
        return database.number(
                "select octet_length(value_start) from undecodable_record where record_offset = " + offset);
    }

    private List<Long> waiting(UUID subject) {
        return database.column(
                "select sequence from waiting_event where subject = '" + subject + "' order by sequence");
    }

    private void receive(List<ConsumerRecord<String, byte[]>> poll) {
        receive(ledger, poll);
    }

    private void receive(Subscription subscription, List<ConsumerRecord<String, byte[]>> poll) {
        inbox.receive(subscription, poll).await().atMost(Duration.ofSeconds(30));
    }

    /** The ledger as a stream that was subscribed to late. */
    private record LateStream(Ledger ledger) implements Subscription {

        @Override
        public String name() {
            return "late";
        }

        @Override
        public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
            return ledger.apply(tx, deliveries);
        }

        @Override
        public boolean startsMidStream() {
            return true;
        }
    }

    /** Swallows the failure of its statement. */
    private record Careless() implements Subscription {

        @Override
        public String name() {
            return "careless";
        }

        @Override
        public Uni<Void> apply(SqlConnection tx, List<Delivery> deliveries) {
            return tx.query("select 1 / 0")
                    .execute()
                    .onFailure()
                    .recoverWithNull()
                    .replaceWithVoid();
        }
    }
}
