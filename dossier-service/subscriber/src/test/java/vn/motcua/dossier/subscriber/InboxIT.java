package vn.motcua.dossier.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.subscriber.Events.event;
import static vn.motcua.dossier.subscriber.Events.lives;
import static vn.motcua.dossier.subscriber.Events.numbers;
import static vn.motcua.dossier.subscriber.Events.subject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

/** Each event takes effect once and in the order of its subject, whatever comes, however often, and to however many instances. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class InboxIT extends InboxScene {

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
}
