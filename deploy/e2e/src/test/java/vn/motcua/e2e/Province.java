package vn.motcua.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import vn.motcua.local.LocalPlatform;
import vn.motcua.local.LocalService;
import vn.motcua.local.PlatformPorts;
import vn.motcua.local.PlatformSettings;
import vn.motcua.local.demo.Caller;
import vn.motcua.local.demo.Stillness;
import vn.motcua.local.demo.World;

/** The whole system on real processes, started once for all tests of this JVM and ended with it. Each test speaks of its own dossiers. */
final class Province {

    /** A Wednesday at nine, so that no test depends on the day it is run. Whoever moves the clock puts it back to here. */
    static final Instant MORNING = Instant.parse("2026-06-10T02:00:00Z");

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static LocalPlatform platform;

    private Province() {}

    static synchronized LocalPlatform platform() {
        if (platform == null) {
            var settings = settings("province")
                    // What a killed sender left is looked at soon: longer than twice the longest wait, shorter than a
                    // test's patience.
                    .with(LocalService.NOTIFICATION, "motcua.sms.timeout", "PT4S")
                    .with(LocalService.NOTIFICATION, "motcua.mail.timeout", "PT6S")
                    .with(LocalService.NOTIFICATION, "motcua.sending.lease", "PT15S")
                    .with(LocalService.NOTIFICATION, "motcua.sending.ask-after", "PT2S")
                    .with(LocalService.NOTIFICATION, "motcua.sending.backoff", "PT1S,PT2S,PT4S,PT8S")
                    .with(LocalService.POSTAL, "motcua.carrier.timeout", "4s")
                    .with(LocalService.POSTAL, "motcua.postal.lease", "10s");
            for (var service : LocalService.values()) {
                settings = settings
                        // Addresses that are asked for are part of what the logs must not give away.
                        .with(service, "quarkus.http.access-log.enabled", "true")
                        // The partitions of one that was killed go to the others after this.
                        .with(service, "kafka.session.timeout.ms", "10000");
            }
            platform = LocalPlatform.of(settings, line -> System.out.println("province: " + line));
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
            platform.start();
            platform.clock().set(MORNING, true);
        }
        return platform;
    }

    /** A platform of this tree in a home of its own, on ports that are free. */
    static PlatformSettings settings(String name) {
        var home = PROJECT.resolve(
                "deploy/e2e/target/" + name + "-" + ProcessHandle.current().pid());
        return PlatformSettings.of(PROJECT, home, PlatformPorts.free());
    }

    /** Waits until nothing is under way any more: what is counted then stays as it is. */
    static void comesToRest() {
        new Stillness(caller(), World.of(platform())).await();
    }

    static Caller caller() {
        return new Caller(platform().tokens());
    }

    static URI dossier(String path) {
        return platform().url(LocalService.DOSSIER).resolve(path);
    }

    static URI kpi(String path) {
        return platform().url(LocalService.KPI).resolve(path);
    }

    static URI notification(String path) {
        return platform().url(LocalService.NOTIFICATION).resolve(path);
    }

    static URI postal(String path) {
        return platform().url(LocalService.POSTAL).resolve(path);
    }
}
