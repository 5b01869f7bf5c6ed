package vn.motcua.dossier.relay;

import java.time.Duration;

/** The publisher while there is one, and when to try again while there is none. For the relay's thread only. */
final class KafkaLink implements AutoCloseable {

    private static final Duration LOOKING = Duration.ofSeconds(10);

    private final BrokerAddress broker;
    private final RelayTopics topics;
    private final BackOff backOff = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(3));
    private Publisher publisher;
    private boolean proven = true;
    private long dueNanos = System.nanoTime();
    private long lookedNanos;

    KafkaLink(BrokerAddress broker, RelayTopics topics) {
        this.broker = broker;
        this.topics = topics;
    }

    /** Connects if it is time to. */
    boolean isOpen() throws KafkaAway, InterruptedException {
        if (publisher == null && waitNanos() <= 0) {
            try {
                publisher = Publisher.open(broker, topics);
                lookedNanos = System.nanoTime();
            } catch (KafkaAway away) {
                lost();
                throw away;
            }
        }
        return publisher != null;
    }

    Publisher publisher() {
        return publisher;
    }

    /** How long until the next attempt; 0 or less if due. */
    long waitNanos() {
        return dueNanos - System.nanoTime();
    }

    /**
     * Whether sending has worked since the last failure. Until then only a few events are tried, so that a topic that
     * fails beside one that does not collects few repeats, however long it lasts.
     */
    boolean isProven() {
        return proven;
    }

    void worked() {
        proven = true;
        backOff.reset();
    }

    /** The publisher has failed and closed itself. */
    void lost() {
        publisher = null;
        proven = false;
        dueNanos = System.nanoTime() + backOff.next().toNanos();
    }

    /** While nothing is sent, a broker that went away is noticed here and not by a client that complains every second. */
    void lookWhileIdle() throws KafkaAway {
        if (System.nanoTime() - lookedNanos >= LOOKING.toNanos()) {
            lookedNanos = System.nanoTime();
            if (!broker.answers()) {
                close();
                lost();
                throw new KafkaAway("no broker accepts connections");
            }
        }
    }

    @Override
    public void close() {
        if (publisher != null) {
            publisher.close();
            publisher = null;
        }
    }
}
