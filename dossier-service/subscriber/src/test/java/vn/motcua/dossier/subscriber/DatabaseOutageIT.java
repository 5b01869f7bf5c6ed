package vn.motcua.dossier.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.motcua.dossier.subscriber.Events.lives;
import static vn.motcua.dossier.subscriber.Events.numbers;
import static vn.motcua.dossier.subscriber.Events.subject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import vn.motcua.local.testing.LocalInfrastructure;

/** While the database is away nothing is lost and nothing is parked: the same is tried again. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class DatabaseOutageIT extends InboxScene {

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
}
