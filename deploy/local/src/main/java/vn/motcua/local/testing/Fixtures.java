package vn.motcua.local.testing;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import vn.motcua.local.machine.Directories;

/**
 * The parts of the infrastructure that this test JVM has started. What is known about them is kept in system properties: the class loaders of the tests change, the JVM does not.
 */
final class Fixtures {

    private static final String PREFIX = "motcua.testing.";
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private Fixtures() {}

    /** Starts the part unless that was done, without waiting for it. */
    static void begin(String name) {
        synchronized (System.getProperties()) {
            if (System.getProperty(PREFIX + name) == null) {
                System.setProperty(PREFIX + name, launch(name).toString());
            }
        }
    }

    /** One address or credential of the part; starts it and waits for it where needed. */
    static String get(String name, String key) {
        return told(name).get(key);
    }

    /** All that the part told; starts it and waits for it where needed. */
    static Map<String, String> told(String name) {
        begin(name);
        Path ready = Path.of(System.getProperty(PREFIX + name)).resolve("ready");
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(ready)) {
            if (System.nanoTime() > end || !lives(name)) {
                throw new IllegalStateException("the test infrastructure's " + name + " did not start:\n" + log(ready));
            }
            LockSupport.parkNanos(20_000_000);
        }
        try (Reader reader = Files.newBufferedReader(ready)) {
            Properties told = new Properties();
            told.load(reader);
            return told.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, told::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + ready, e);
        }
    }

    /** A number that this JVM has not handed out before. */
    static int next(String counter) {
        synchronized (System.getProperties()) {
            int next = Integer.getInteger(PREFIX + counter, 0) + 1;
            System.setProperty(PREFIX + counter, Integer.toString(next));
            return next;
        }
    }

    /** The business clock that this JVM's fixtures and applications share. */
    static Path clockFile() {
        synchronized (System.getProperties()) {
            String known = System.getProperty(PREFIX + "clock");
            if (known == null) {
                Path directory = Directories.temporary("testing-clock");
                known = directory.resolve("clock").toString();
                directory.toFile().deleteOnExit();
                new File(known).deleteOnExit();
                System.setProperty(PREFIX + "clock", known);
            }
            return Path.of(known);
        }
    }

    private static Path launch(String name) {
        Path directory = Directories.temporary("testing-" + name);
        try {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx96m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            FixtureProcess.class.getName(),
                            name,
                            Long.toString(ProcessHandle.current().pid()),
                            directory.resolve("ready").toString(),
                            clockFile().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .redirectInput(new File("/dev/null"))
                    .start();
            System.setProperty(PREFIX + name + ".pid", Long.toString(process.pid()));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the test infrastructure", e);
        }
    }

    private static boolean lives(String name) {
        return ProcessHandle.of(Long.getLong(PREFIX + name + ".pid"))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    private static String log(Path ready) {
        try {
            return Files.readString(ready.resolveSibling("log"));
        } catch (IOException e) {
            return "(no log)";
        }
    }
}
