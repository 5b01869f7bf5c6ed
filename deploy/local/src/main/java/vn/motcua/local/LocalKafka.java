package vn.motcua.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.local.machine.Children;
import vn.motcua.local.machine.Commands;
import vn.motcua.local.machine.Directories;
import vn.motcua.local.machine.Pause;
import vn.motcua.local.machine.Ports;

/**
 * A real Kafka broker in a JVM of its own, on the loopback address. It ends when this JVM ends, however that happens. Not safe for several threads at once.
 */
public final class LocalKafka implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private final boolean temporary;
    private final List<String> jvm = new ArrayList<>(List.of(
            "-Xmx256m", "-Xms48m", "-XX:+UseSerialGC", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
    private Guardian guardian;
    private Process process;

    private LocalKafka(Path directory, int port, boolean temporary) {
        this.directory = directory;
        this.port = port;
        this.temporary = temporary;
    }

    /** A broker on a free port whose data are deleted when it is closed; quick to start rather than quick in the long run. Not started yet. */
    public static LocalKafka temporary() {
        return new LocalKafka(Directories.temporary("kafka"), Ports.free(), true).with("-XX:TieredStopAtLevel=1");
    }

    /** A broker whose data and log stay in the directory. Not started yet. */
    public static LocalKafka keptIn(Path directory, int port) {
        return new LocalKafka(Directories.owned(directory), port, false);
    }

    /** Adds an option for the broker's JVM before {@link #start()}. */
    public LocalKafka with(String option) {
        jvm.add(option);
        return this;
    }

    /**
     * Starts the broker on its port and data and waits until it answers.
     *
     * @throws IllegalStateException when the port is taken or the broker does not come up: the message says which
     */
    public LocalKafka start() {
        if (isRunning()) {
            return this;
        }
        if (!Ports.isFree(port)) {
            throw new IllegalStateException("port " + port + " for Kafka is taken by another program");
        }
        launch();
        boolean up = Pause.until(PATIENCE, () -> !process.isAlive() || Ports.answers(port));
        if (!up || !process.isAlive()) {
            kill();
            throw new IllegalStateException(
                    "Kafka did not come up on port " + port + "; end of its log:\n" + Commands.lastLines(log(), 15));
        }
        topics().awaitBroker();
        return this;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Makes a topic with one replica; one that exists is left as it is. */
    public void createTopic(String name, int partitions, Map<String, String> config) {
        topics().create(List.of(new LocalTopics(name, partitions, config)));
    }

    /** The broker's topics, to be made or emptied. */
    public KafkaTopics topics() {
        return new KafkaTopics(bootstrapServers());
    }

    public int port() {
        return port;
    }

    /** The broker's process; only while it runs. */
    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Stops the broker in good order; {@link #start()} brings it back with its records. */
    public void stop() {
        if (isRunning()) {
            process.destroy();
            Children.awaitEnd(process);
        }
    }

    /** Ends the broker at once (kill -9); {@link #start()} recovers its records. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            Children.awaitEnd(process);
        }
    }

    @Override
    public void close() {
        if (temporary) {
            kill();
            if (guardian != null) {
                guardian.close();
            }
            Directories.delete(directory);
        } else {
            stop();
        }
    }

    private void launch() {
        Path settings = BrokerSettings.write(directory, port, Ports.free());
        List<String> command = new ArrayList<>();
        command.add(Commands.java());
        command.addAll(jvm);
        command.addAll(List.of("-cp", Commands.classPath(), KafkaProcess.class.getName(), settings.toString()));
        command.add(Long.toString(ProcessHandle.current().pid()));
        process = Children.start(command, Map.of(), log());
        if (temporary && guardian == null) {
            guardian = Guardian.ofTemporary(directory);
        }
    }

    private Path log() {
        return directory.resolve("kafka.log");
    }
}
