package vn.motcua.local.commands;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import vn.motcua.local.Futures;
import vn.motcua.local.LocalPlatform;
import vn.motcua.local.LocalService;
import vn.motcua.local.PlatformSettings;
import vn.motcua.local.RunFiles;
import vn.motcua.local.demo.Demo;
import vn.motcua.local.demo.World;
import vn.motcua.local.machine.Directories;

/** {@code deploy/up [--demo] [--exit]}: builds, starts, plays, and runs until Ctrl-C or {@code deploy/down}. */
final class Up {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final PlatformSettings settings;
    private final boolean demo;
    private final boolean exit;
    private final long began = System.nanoTime();
    private final PrintStream out = System.out;
    private final CountDownLatch closed = new CountDownLatch(1);

    Up(PlatformSettings settings, List<String> arguments) {
        List<String> unknown = arguments.stream()
                .filter(a -> !List.of("--demo", "--exit").contains(a))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown: " + String.join(" ", unknown) + "; known: --demo --exit --detach");
        }
        this.settings = settings;
        this.demo = arguments.contains("--demo");
        this.exit = arguments.contains("--exit");
    }

    int run() {
        new RunFiles(settings.home()).requireNoPlatform();
        LocalPlatform platform = platform();
        Thread stop = new Thread(() -> close(platform), "stop-platform");
        Runtime.getRuntime().addShutdownHook(stop);
        start(platform);
        say("everything is ready");
        print(platform);
        boolean agreed = !demo || new Demo(World.of(platform), out).run();
        mark();
        if (!exit) {
            out.println(settings.home().resolve("logs") + " holds the logs; Ctrl-C or deploy/down stops everything.");
            await(closed);
        }
        return agreed ? 0 : 1;
    }

    /** Not started yet. Its clock shows real time unless it is to play: where the demonstration before left it lies in the home. */
    LocalPlatform platform() {
        LocalPlatform platform = LocalPlatform.of(settings, this::say);
        if (!demo) {
            platform.clock().reset();
        }
        return platform;
    }

    private void start(LocalPlatform platform) {
        Build build = new Build(settings);
        List<LocalService> due = build.due();
        if (due.isEmpty()) {
            platform.startInfrastructure();
        } else {
            say("building what is missing or older than its sources: "
                    + due.stream().map(LocalService::module).collect(Collectors.joining(" ")));
            CompletableFuture<Void> infrastructure = Futures.run(platform::startInfrastructure);
            try {
                build.run(due);
                say("built");
            } finally {
                // Also after a failed build: what is half started cannot be stopped.
                infrastructure.exceptionally(failure -> null).join();
            }
            Futures.join(infrastructure);
        }
        platform.startServices();
    }

    private void print(LocalPlatform platform) {
        out.println();
        for (LocalService service : LocalService.values()) {
            out.printf(
                    "  %-21s %s   (%s/q/swagger-ui)%n", service.module(), platform.url(service), platform.url(service));
        }
        out.printf("  %-21s %s%n", "page", platform.page());
        out.printf("  %-21s %s%n", "Kafka", platform.bootstrapServers());
        out.printf(
                "  %-21s 127.0.0.1:%d, passwords in %s%n",
                "PostgreSQL", platform.postgres().port(), settings.home().resolve("secrets.properties"));
        Instant business = platform.clock().now();
        if (Duration.between(business, Instant.now()).abs().toSeconds() > 1) {
            out.printf(
                    "  %-21s %s in Viet Nam%s%n",
                    "business clock", WHEN.format(business), platform.clock().isStanding() ? ", standing still" : "");
        }
        out.println();
        out.println("Tokens, good for 12 hours; deploy/token ROLE [--agency CODE] [--as N] makes others:");
        for (String role : Token.ROLES) {
            out.printf("  %-12s %s%n", role, platform.tokens().token(Token.request(role, null, 1)));
        }
        out.println();
        out.flush();
    }

    /** Tells {@code --detach} that it may return. */
    private void mark() {
        Path ready = settings.home().resolve("run").resolve("ready");
        Directories.writeSecret(ready, "ready\n");
        ready.toFile().deleteOnExit();
    }

    private void close(LocalPlatform platform) {
        say("stopping everything");
        platform.close();
        try {
            Files.deleteIfExists(settings.home().resolve("run").resolve("ready"));
        } catch (java.io.IOException e) {
            // The next start writes it anew.
        }
        say("stopped");
        closed.countDown();
    }

    private synchronized void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, line);
        out.flush();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
