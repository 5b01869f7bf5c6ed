package vn.motcua.bench;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Locale;
import vn.motcua.local.LocalPlatform;
import vn.motcua.local.LocalService;
import vn.motcua.local.PlatformPorts;
import vn.motcua.local.PlatformSettings;
import vn.motcua.local.machine.Directories;

/**
 * Measures on a platform of its own: whole lives and creations over HTTP, alternated with the same writes as direct SQL on the same
 * PostgreSQL; CPU per life; commit to consumer; a consumer catching up. Prints tables in Markdown.
 */
public final class Bench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("bench.seconds", 12));
    private static final Duration WARMING = Duration.ofSeconds(15);
    private static final int FEWEST_WARMING_TURNS = 6;
    private static final int MOST_WARMING_TURNS = 12;
    private static final PrintStream OUT = System.out;

    private final LocalPlatform platform;
    private final HttpClient metrics =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Series http = new Series();
    private final Series fourTrips = new Series();
    private final Series own = new Series();
    private final Series httpCreations = new Series();
    private final Series fourTripCreations = new Series();
    private final Series ownCreations = new Series();
    private final Series serviceCpu = new Series();
    private final Series databaseCpu = new Series();

    private Bench(LocalPlatform platform) {
        this.platform = platform;
    }

    /** The one argument is the project's root. */
    public static void main(String[] args) throws Exception {
        var project = Path.of(args[0]);
        var home = project.resolve("deploy/bench/target/platform");
        Directories.delete(home);
        var settings = PlatformSettings.of(project, home, PlatformPorts.free())
                // The platform starts its services with the quick compiler only; measured is the full one.
                .withJvmOption("-XX:TieredStopAtLevel=4");
        try (var platform = LocalPlatform.of(settings, line -> OUT.println("  " + line))) {
            platform.startInfrastructure();
            platform.service(LocalService.DOSSIER).start();
            new Bench(platform).run();
        }
    }

    private void run() throws Exception {
        var lives = new HttpLives(platform.url(LocalService.DOSSIER), platform.tokens());
        var fourTripsDirect = new DirectFourTrips(platform.database(LocalService.DOSSIER));
        var ownDirect = new DirectOwnStatements(platform.database(LocalService.DOSSIER));
        warmUp(lives);
        fourTripsDirect.livesPerSecond(Duration.ofSeconds(4));
        ownDirect.livesPerSecond(Duration.ofSeconds(4));
        settle();
        for (int round = 1; round <= ROUNDS; round++) {
            OUT.println("round " + round + " of " + ROUNDS);
            measureHttp(lives);
            fourTrips.add(fourTripsDirect.livesPerSecond(TURN));
            settle();
            own.add(ownDirect.livesPerSecond(TURN));
            settle();
            httpCreations.add(lives.creationsPerSecond(TURN.dividedBy(2)));
            settle();
            fourTripCreations.add(fourTripsDirect.creationsPerSecond(TURN.dividedBy(2)));
            settle();
            ownCreations.add(ownDirect.creationsPerSecond(TURN.dividedBy(2)));
            settle();
            nextDay();
        }
        var latency = Latency.millis(lives, platform.bootstrapServers(), Duration.ofSeconds(30));
        print(latency);
        catchUp();
    }

    /**
     * Until the service grows no faster for two turns: its compiler works for the first minutes and would be measured
     * with it. Not before the sixth turn: the compiler has been seen to bring nothing for a minute and then to double the rate.
     */
    private void warmUp(HttpLives lives) throws Exception {
        double best = 0;
        for (int turn = 1, still = 0; turn <= FEWEST_WARMING_TURNS || turn <= MOST_WARMING_TURNS && still < 2; turn++) {
            var now = lives.livesPerSecond(WARMING);
            OUT.printf(Locale.ROOT, "warming up: %.0f lives/s%n", now);
            still = now > best * 1.05 ? 0 : still + 1;
            best = Math.max(best, now);
            settle();
            nextDay();
        }
    }

    /** A day has 9,999 numbers for each agency. */
    private void nextDay() {
        platform.clock().advance(Duration.ofDays(1));
    }

    private void measureHttp(HttpLives lives) throws Exception {
        var service = platform.service(LocalService.DOSSIER).pid();
        var database = platform.postgres().pid();
        var serviceBefore = Cpu.of(service);
        var databaseBefore = Cpu.of(database);
        var started = System.nanoTime();
        var rate = lives.livesPerSecond(TURN);
        var count = rate * (System.nanoTime() - started) / 1e9;
        http.add(rate);
        serviceCpu.add(Cpu.of(service).minus(serviceBefore).toNanos() / 1e6 / count);
        databaseCpu.add(Cpu.of(database).minus(databaseBefore).toNanos() / 1e6 / count);
        settle();
    }

    /** Waits until the relay has published everything, so that no turn pays for the one before. */
    private void settle() throws Exception {
        var database = platform.database(LocalService.DOSSIER);
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
                var count = connection.prepareStatement("select count(*) from outgoing")) {
            for (long left = 1; left > 0; Thread.sleep(100)) {
                var row = count.executeQuery();
                row.next();
                left = row.getLong(1);
            }
        }
    }

    private void print(Series latency) {
        OUT.println();
        OUT.println("| 32 connections | min | median | max |");
        OUT.println("|---|---|---|---|");
        row("whole lives/s over HTTP", http, "%.0f");
        row("whole lives/s, direct SQL, four round trips", fourTrips, "%.0f");
        row("whole lives/s, direct SQL, the service's own statements", own, "%.0f");
        row("HTTP : four round trips", http.over(fourTrips), "%.2f");
        row("HTTP : own statements", http.over(own), "%.2f");
        row("creations/s over HTTP", httpCreations, "%.0f");
        row("creations/s, direct SQL, four round trips", fourTripCreations, "%.0f");
        row("creations/s, direct SQL, the service's own statement", ownCreations, "%.0f");
        row("creations, HTTP : four round trips", httpCreations.over(fourTripCreations), "%.2f");
        row("creations, HTTP : own statement", httpCreations.over(ownCreations), "%.2f");
        row("CPU ms per life, service", serviceCpu, "%.2f");
        row("CPU ms per life, database", databaseCpu, "%.2f");
        OUT.printf(
                Locale.ROOT,
                "%nCommit to consumer at 100 events/s, ms: min %.1f, median %.1f, p99 %.1f, max %.1f%n",
                latency.min(),
                latency.median(),
                latency.percentile(99),
                latency.max());
    }

    private static void row(String name, Series series, String format) {
        OUT.println("| " + name + " | " + series.cells(format) + " |");
    }

    /** A kpi-service that has seen nothing reads the whole topic. */
    private void catchUp() throws Exception {
        var events = published();
        platform.service(LocalService.KPI).start();
        var started = System.nanoTime();
        long first = -1;
        double seconds = 0;
        for (long applied = 0; applied < events; Thread.sleep(50)) {
            applied = applied();
            if (first < 0 && applied > 0) {
                first = applied;
                started = System.nanoTime();
            }
            seconds = (System.nanoTime() - started) / 1e9;
            if (seconds > 300) {
                throw new IllegalStateException("only " + applied + " of " + events + " events after 300 s");
            }
        }
        OUT.printf(
                Locale.ROOT,
                "%nCatch-up of kpi-service: %d events in %.1f s = %.0f events/s%n",
                events - first,
                seconds,
                (events - first) / seconds);
    }

    private long published() throws Exception {
        var database = platform.database(LocalService.DOSSIER);
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
                var count = connection.prepareStatement("select count(*) from event")) {
            var row = count.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private long applied() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(platform.url(LocalService.KPI) + "/q/metrics"))
                .build();
        var text = metrics.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return text.lines()
                .filter(line -> line.startsWith("motcua_inbox_applied_total") && line.contains("dossier-lifecycle"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .mapToLong(value -> (long) value)
                .sum();
    }
}
