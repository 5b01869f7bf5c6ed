package vn.motcua.dossier.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Several instances of one service on one database. */
class RelayInstancesIT {

    @Test
    void instancesShareTheShardsAndTakeOverFromOneThatDies() throws Exception {
        try (var stage = new Stage().withTopics();
                var writers = new Writers(stage, 40, 200)) {
            var first = stage.relay();
            Await.that("the first to hold all", () -> first.shards() == 4);
            var second = stage.relay();
            Await.that("both to hold half", () -> first.shards() == 2 && second.shards() == 2);
            writers.awaitMore(200);

            first.loop().interrupt();
            Await.that("the second to take over", () -> second.shards() == 4);
            writers.awaitMore(200);

            stage.requireAll(writers.stop());
        }
    }

    @Test
    void anInstanceThatStopsLeavesItsShardsAtOnce() throws Exception {
        try (var stage = new Stage().withTopics();
                var writers = new Writers(stage, 40, 200)) {
            var first = stage.relay();
            var second = stage.relay();
            Await.that("both to work", () -> first.shards() == 2 && second.shards() == 2);
            first.loop().stop();
            Await.that("the second to take over", () -> second.shards() == 4);
            writers.awaitMore(100);

            stage.requireAll(writers.stop());
            assertThat(stage.shared().repeats()).isZero();
        }
    }

    @Test
    void instancesWhoseConnectionsAreCutGoOnWithoutDisorder() throws Exception {
        try (var stage = new Stage().withTopics();
                var writers = new Writers(stage, 15, 100)) {
            var relays = List.of(stage.relay(), stage.relay());
            for (var round = 0; round < 8; round++) {
                writers.awaitMore(60);
                stage.ledger.run("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'motcua-relay' and datname = current_database()"
                        + " order by pid limit " + (1 + round % 2));
            }
            Await.that(
                    "all shards to be held",
                    () -> relays.get(0).shards() + relays.get(1).shards() == 4);

            stage.requireAll(writers.stop());
        }
    }
}
