package vn.motcua.local.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the operating system: run to the end, signalled, or started under a name in a log. */
public final class Commands {

    private Commands() {}

    /** How a program ended: its status and all it printed. */
    public record Outcome(int status, String output) {
        public boolean succeeded() {
            return status == 0;
        }
    }

    /** Runs a short program to its end, at most a minute; what it prints goes through a file, so that a daemon it leaves cannot hold us. */
    public static Outcome run(List<String> command) {
        try {
            Path output = Files.createTempFile("motcua-command-", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(new java.io.File("/dev/null"))
                        .start();
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return new Outcome(-1, "no end after 60 s: " + command.get(0));
                }
                return new Outcome(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Outcome(127, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command.get(0), e);
        }
    }

    /** Sends a signal by name, such as INT: the JDK itself knows only TERM and KILL. */
    public static void signal(String name, long pid) {
        run(List.of("sh", "-c", "kill -" + name + " " + pid));
    }

    /** The Java program that runs this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class path of this JVM as a child needs it, also below a test runner that hides it in a manifest. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The last lines of a log, for messages. */
    public static String lastLines(Path log, int count) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            List<String> all = new ArrayList<>(lines.toList());
            return String.join("\n", all.subList(Math.max(0, all.size() - count), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(no log at " + log + ")";
        }
    }
}
