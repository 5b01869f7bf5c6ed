package vn.motcua.local.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.motcua.local.LocalService;
import vn.motcua.local.PlatformSettings;
import vn.motcua.local.RunFiles;
import vn.motcua.local.ServiceProcess;
import vn.motcua.local.machine.Ports;

/** {@code deploy/status}: one line for each part; exit status 0 when all are ready, 3 when not. */
final class Status {

    private final PlatformSettings settings;
    private final RunFiles files;
    private boolean allReady = true;

    Status(PlatformSettings settings) {
        this.settings = settings;
        this.files = new RunFiles(settings.home());
    }

    int run() {
        System.out.printf("%-22s %-9s %8s %6s %9s%n", "part", "state", "process", "port", "resident");
        line("platform", settings.ports().page(), Ports.answers(settings.ports().page()));
        line(
                "postgres",
                settings.ports().postgres(),
                Ports.answers(settings.ports().postgres()));
        line("kafka", settings.ports().kafka(), Ports.answers(settings.ports().kafka()));
        for (LocalService service : LocalService.values()) {
            int port = settings.ports().of(service);
            line(service.module(), port, Ports.answers(port) && ServiceProcess.isReady(port));
        }
        return allReady ? 0 : 3;
    }

    private void line(String name, int port, boolean answers) {
        Optional<Long> pid = files.live(name).map(live -> live.process().pid());
        String state = pid.isEmpty() ? "stopped" : answers ? "ready" : "starting";
        allReady &= "ready".equals(state);
        System.out.printf(
                "%-22s %-9s %8s %6d %9s%n",
                name,
                state,
                pid.map(String::valueOf).orElse("-"),
                port,
                pid.map(Status::resident).orElse("-"));
    }

    /** The memory that the process alone holds, where the system tells. */
    private static String resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("-");
        } catch (IOException e) {
            return "-";
        }
    }
}
