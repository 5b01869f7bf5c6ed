package vn.motcua.local.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.local.LocalService;
import vn.motcua.local.PlatformSettings;

/** Builds with Maven the services that are missing or older than their sources: code only, without tests and checks. */
final class Build {

    private final Path project;
    private final Modules modules;

    Build(PlatformSettings settings) {
        this.project = settings.project();
        this.modules = new Modules(settings.project(), settings.home());
    }

    /** What is to be built; empty when nothing is. */
    List<LocalService> due() {
        return modules.stale();
    }

    /** Builds the services; what Maven says goes to this process's output. */
    void run(List<LocalService> services) {
        // With all libraries, so that nothing is taken from the machine's own repository that this tree is the source
        // of.
        List<String> parts = new ArrayList<>(Modules.LIBRARIES);
        services.forEach(service -> parts.add(service.module()));
        List<String> command = List.of(
                System.getProperty("motcua.maven", "mvn"),
                "-q",
                "-B",
                "-ntp",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-pl",
                ".," + String.join(",", parts),
                "package");
        Instant began = Instant.now();
        try {
            Process maven = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .inheritIO()
                    .start();
            // Whoever stops us does not want it built.
            Thread stop = new Thread(() -> stop(maven), "stop-maven");
            Runtime.getRuntime().addShutdownHook(stop);
            int status = maven.waitFor();
            Runtime.getRuntime().removeShutdownHook(stop);
            if (status != 0) {
                throw new IllegalStateException(
                        "Maven failed; what it said is above. The same by hand:\n  " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot run Maven: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while building", e);
        }
        modules.built(services, began);
    }

    private static void stop(Process maven) {
        maven.descendants().forEach(ProcessHandle::destroy);
        maven.destroy();
    }
}
