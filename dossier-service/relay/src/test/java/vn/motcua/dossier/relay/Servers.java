package vn.motcua.dossier.relay;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vn.motcua.local.LocalDatabase;
import vn.motcua.local.LocalKafka;
import vn.motcua.local.LocalPostgres;

/** A real PostgreSQL and a real broker of this JVM's own, that tests may kill and start again. */
final class Servers {

    /** Held, since a level is forgotten with its logger. */
    private static final List<Logger> QUIET = Stream.of("org.apache.kafka", "org.flywaydb", "io.zonky")
            .map(Servers::quiet)
            .toList();

    static final LocalPostgres POSTGRES = LocalPostgres.temporary();
    static final LocalKafka KAFKA = LocalKafka.temporary();

    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            KAFKA.close();
            POSTGRES.close();
        }));
        POSTGRES.start();
        KAFKA.start();
    }

    private Servers() {}

    private static Logger quiet(String name) {
        var logger = Logger.getLogger(name);
        logger.setLevel(Level.SEVERE);
        return logger;
    }

    static int next() {
        return COUNT.incrementAndGet();
    }

    static LocalDatabase database(int number) {
        return POSTGRES.createDatabase("relay_" + number, "relay", "relay-test");
    }
}
