package vn.motcua.dossier.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random histories: open, committed and rolled back transactions, cut connections, crashed and new relays. */
class RelayInterleavingIT {

    private static final int DOSSIERS = 6;
    private static final int WRITERS = 4;
    private static final int ACTIONS = 60;

    private static Stage stage;
    private static int round;

    @BeforeContainer
    static void begin() throws SQLException {
        stage = new Stage().withTopics();
    }

    @AfterContainer
    static void end() throws SQLException {
        stage.close();
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void everyInterleavingArrivesInOrder(@ForAll long seed) throws Exception {
        var play = new Play(new Random(seed), ++round);
        for (var action = 0; action < ACTIONS; action++) {
            play.act();
        }
        play.finish();
    }

    /** A dossier is in one writer's hands while its transaction is open, as the row lock of its state makes it. */
    private static final class Play {

        private final Random random;
        private final int number;
        private final List<Ledger> writers = new ArrayList<>();
        private final Map<Integer, Integer> inHand = new HashMap<>();
        private final Map<Integer, Map<UUID, Long>> uncommitted = new HashMap<>();
        private final Map<UUID, Long> committed = new HashMap<>();
        private Stage.Instance relay;

        Play(Random random, int number) throws Exception {
            this.random = random;
            this.number = number;
            for (var writer = 0; writer < WRITERS; writer++) {
                writers.add(new Ledger(stage.database));
            }
            relay = stage.relay();
        }

        void act() throws Exception {
            var writer = random.nextInt(WRITERS);
            var choice = random.nextInt(100);
            if (choice < 60) {
                step(writer, random.nextInt(DOSSIERS), 1 + random.nextInt(3));
            } else if (choice < 85) {
                end(writer, true);
            } else if (choice < 93) {
                end(writer, false);
            } else if (choice < 97) {
                stage.ledger.run("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where application_name = 'motcua-relay' and datname = current_database()");
            } else {
                relay.loop().interrupt();
                relay = stage.relay();
            }
        }

        private void step(int writer, int dossier, int steps) throws SQLException {
            if (inHand.getOrDefault(dossier, writer) != writer) {
                return;
            }
            if (!uncommitted.containsKey(writer)) {
                writers.get(writer).begin();
                uncommitted.put(writer, new HashMap<>());
            }
            inHand.put(dossier, writer);
            var subject = new UUID(1000L + number, dossier);
            var last = uncommitted.get(writer).getOrDefault(subject, committed.getOrDefault(subject, 0L));
            writers.get(writer).write(subject, last + 1, last + steps, "z");
            uncommitted.get(writer).put(subject, last + steps);
        }

        private void end(int writer, boolean commit) throws SQLException {
            var steps = uncommitted.remove(writer);
            if (steps == null) {
                return;
            }
            if (commit) {
                writers.get(writer).commit();
                committed.putAll(steps);
            } else {
                writers.get(writer).rollback();
            }
            inHand.values().removeIf(holder -> holder == writer);
        }

        void finish() throws Exception {
            for (var writer = 0; writer < WRITERS; writer++) {
                end(writer, random.nextBoolean());
                writers.get(writer).close();
            }
            for (var topic : List.of(stage.shared(), stage.twin())) {
                Await.that(
                        "all of round " + number, () -> topic.last().entrySet().containsAll(committed.entrySet()));
                topic.requireOrder();
            }
            stage.awaitPointers(0);
            relay.loop().stop();
        }
    }
}
