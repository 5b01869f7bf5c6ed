package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.local.machine.Commands;

class LocalPlatformIT {

    @TempDir
    private Path home;

    /** The infrastructure of a platform in a process of its own, to be killed; prints a line when it stands. */
    public static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path home = Path.of(arguments[0]);
            LocalPlatform.of(PlatformSettings.of(home, home, PlatformPorts.free()), Progress.SILENT)
                    .startInfrastructure();
            System.out.println("stands");
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }

    @Test
    void aPlatformThatIsKilledTakesItsProcessesWithItAndTheNextOneStartsOnItsData() throws Exception {
        Process victim = new ProcessBuilder(
                        Commands.java(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        Commands.classPath(),
                        Victim.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.lines().anyMatch("stands"::equals)).isTrue();
        }
        RunFiles files = new RunFiles(home);
        List<RunFiles.Live> processes = files.live();
        assertThat(processes).extracting(RunFiles.Live::name).containsExactly("platform", "kafka", "postgres");

        LocalPlatform second = LocalPlatform.of(settings(PlatformPorts.free()), Progress.SILENT);
        assertThatThrownBy(second::startInfrastructure).hasMessageContaining("runs here already");
        second.close();
        assertThat(processes).allMatch(live -> live.process().isAlive());

        victim.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> processes.stream().noneMatch(live -> live.process().isAlive()));

        try (LocalPlatform next = LocalPlatform.of(settings(PlatformPorts.free()), Progress.SILENT)) {
            next.startInfrastructure();
            assertThat(next.outside().sms().accepted()).isZero();
            assertThat(next.database(LocalService.KPI).role()).isEqualTo("kpi");
        }
        assertThat(files.live()).isEmpty();
    }

    @Test
    void whatIsLeftBehindIsSaidAndEnded() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        LocalPostgres left = LocalPostgres.keptIn(
                        home.resolve("data/postgres"), PlatformPorts.free().postgres())
                .start();
        Process other = new ProcessBuilder("sleep", "300").start();
        new RunFiles(home).note("kpi-service", other.pid());

        new LeftOvers(new RunFiles(home), LocalPostgres.keptIn(home.resolve("data/postgres"), left.port()), said::add)
                .end();

        assertThat(other.isAlive()).isFalse();
        assertThat(left.isRunning()).isFalse();
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains("left kpi-service behind (process " + other.pid());
        assertThat(said.get(1)).contains("process " + left.pid());
    }

    @Test
    void aProcessThatGotTheSameIdLaterIsNotTouched() throws Exception {
        RunFiles files = new RunFiles(home);
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            java.nio.file.Files.writeString(
                    files.directory().resolve("kpi-service.pid"), stranger.pid() + " 1654653600000\n");

            assertThat(files.live()).isEmpty();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingIsStarted() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PlatformPorts free = PlatformPorts.free();
            PlatformPorts ports = new PlatformPorts(
                    free.postgres(), free.kafka(), other.getLocalPort(), free.smtp(), free.services());
            try (LocalPlatform platform = LocalPlatform.of(settings(ports), Progress.SILENT)) {
                assertThatThrownBy(platform::startInfrastructure)
                        .hasMessageContaining("port " + other.getLocalPort() + " for the page and the simulators")
                        .hasMessageContaining("MOTCUA_PORT_OFFSET");
            }
            assertThat(new RunFiles(home).live()).isEmpty();
        }
    }

    private PlatformSettings settings(PlatformPorts ports) {
        return PlatformSettings.of(home, home, ports);
    }
}
