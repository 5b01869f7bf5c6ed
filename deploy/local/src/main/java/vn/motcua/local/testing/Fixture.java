package vn.motcua.local.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** One part of the test infrastructure: started once, its addresses told to the test JVM, closed at the end. */
interface Fixture extends AutoCloseable {

    String POSTGRES = "postgres";
    String KAFKA = "kafka";
    String OUTSIDE = "outside";

    /** Starts it and tells how to reach it. */
    Map<String, String> start();

    @Override
    void close();

    /** In a container where an engine answers, from Maven artifacts otherwise. */
    static Fixture named(String name, Path clock) {
        if (OUTSIDE.equals(name)) {
            return new OutsideFixture(clock);
        }
        boolean kafka = KAFKA.equals(name);
        Supplier<Fixture> embedded = kafka ? EmbeddedKafka::new : EmbeddedPostgres::new;
        if (!ContainerEngine.answers()) {
            return embedded.get();
        }
        return new Preferred(kafka ? new ContainedKafka() : new ContainedPostgres(), embedded);
    }

    /** The first choice, or the second if the first does not start: an engine may answer and still not serve the image. */
    final class Preferred implements Fixture {

        private Fixture chosen;
        private final Supplier<Fixture> otherwise;

        Preferred(Fixture first, Supplier<Fixture> otherwise) {
            this.chosen = first;
            this.otherwise = otherwise;
        }

        @Override
        public Map<String, String> start() {
            try {
                return chosen.start();
            } catch (RuntimeException e) {
                System.out.println("The container engine answers but did not start the container (" + e.getMessage()
                        + "); using the embedded server.");
                chosen.close();
                chosen = otherwise.get();
                return chosen.start();
            }
        }

        @Override
        public void close() {
            chosen.close();
        }
    }
}
