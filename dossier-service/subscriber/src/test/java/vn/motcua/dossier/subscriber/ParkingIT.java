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
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

/** An event that cannot be applied is parked with its reason, those behind it wait, and all others flow. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ParkingIT extends InboxScene {

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
    void aSubscriptionThatForgetsAFailedStatementLosesNothing() {
        var subject = subject(16, 1);
        var careless = new Careless();

        receive(careless, List.of(event(subject, 1)));

        assertThat(database.column("select last_sequence from inbox where stream = 'careless'"))
                .containsExactly(0L);
        assertThat(database.column("select sequence from parked_event where stream = 'careless'"))
                .containsExactly(1L);
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
