package vn.motcua.local.testing;

import java.nio.file.Path;
import java.util.Map;
import vn.motcua.local.machine.Directories;
import vn.motcua.local.machine.Parent;
import vn.motcua.local.machine.ProcessLog;

/**
 * Holds one part of the test infrastructure in a JVM of its own, so that it outlives the class loaders of the test JVM, which come and go, and ends with the test JVM, however that ends.
 */
public final class FixtureProcess {

    private FixtureProcess() {}

    /** Arguments: {@code postgres}, {@code kafka} or {@code outside}; the process id of the test JVM; the file to write when ready; the business clock's file. */
    public static void main(String[] arguments) {
        ProcessLog.toStandardOutput();
        Path ready = Path.of(arguments[2]);
        long parent = Long.parseLong(arguments[1]);
        Parent.end(parent);
        Fixture fixture = Fixture.named(arguments[0], Path.of(arguments[3]));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            fixture.close();
                            Directories.delete(ready.getParent());
                        },
                        "stop-fixture"));
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> entry : fixture.start().entrySet()) {
            lines.append(entry.getKey()).append('=').append(entry.getValue()).append('\n');
        }
        Directories.writeSecret(ready, lines.toString());
        Parent.await(parent);
    }
}
