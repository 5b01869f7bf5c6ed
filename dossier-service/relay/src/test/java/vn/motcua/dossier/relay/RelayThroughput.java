package vn.motcua.dossier.relay;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Measures by hand, not a test: catching up with a backlog, and the time from commit to consumer at 100 a second. */
final class RelayThroughput {

    private static final int LIVES = 10_000;
    private static final int STEPS = 6;
    private static final int PACED = 1_000;

    private RelayThroughput() {}

    public static void main(String... arguments) throws Exception {
        try (var stage = new Stage().withTopics()) {
            for (var round = 1; round <= 4; round++) {
                for (var step = 1; step <= STEPS; step++) {
                    stage.ledger.begin();
                    for (var life = 0; life < LIVES; life++) {
                        stage.ledger.write(new UUID(round, life), step, step, "x".repeat(1_000));
                    }
                    stage.ledger.commit();
                }
                var start = System.nanoTime();
                var relay = stage.relay();
                stage.awaitPointers(0);
                var seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "backlog of %d events with twins: %.0f events/s%n", LIVES * STEPS, LIVES * STEPS / seconds);
                relay.loop().stop();
            }
            var relay = stage.relay();
            try (var live = new Stage().withTopics()) {
                pace(live);
            }
            relay.loop().stop();
        }
        System.exit(0);
    }

    private static void pace(Stage live) throws Exception {
        var relay = live.relay();
        var committed = new long[PACED];
        var arrived = new long[PACED];
        var reader = new Thread(() -> {
            for (var seen = 0; seen < PACED; ) {
                var records = live.shared().records();
                for (; seen < records.size(); seen++) {
                    arrived[(int) UUID.fromString(records.get(seen).key()).getLeastSignificantBits()] =
                            System.nanoTime();
                }
            }
        });
        reader.start();
        for (var event = 0; event < PACED; event++) {
            live.ledger.write(new UUID(9, event), 1);
            committed[event] = System.nanoTime();
            relay.loop().wake();
            LockSupport.parkNanos(10_000_000);
        }
        reader.join();
        var micros = new long[PACED - 200];
        for (var event = 200; event < PACED; event++) {
            micros[event - 200] = (arrived[event] - committed[event]) / 1_000;
        }
        Arrays.sort(micros);
        System.out.printf(
                "commit to consumer at 100/s: median %d us, p99 %d us, max %d us%n",
                micros[micros.length / 2], micros[micros.length * 99 / 100], micros[micros.length - 1]);
    }
}
