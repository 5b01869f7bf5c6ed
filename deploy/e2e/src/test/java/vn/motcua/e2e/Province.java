package vn.motcua.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import vn.motcua.local.LocalPlatform;
import vn.motcua.local.LocalService;
import vn.motcua.local.PlatformPorts;
import vn.motcua.local.PlatformSettings;
import vn.motcua.local.demo.Caller;

/** The whole system on real processes, started once for all tests of this JVM and ended with it. Each test speaks of its own dossiers. */
final class Province {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static LocalPlatform platform;

    private Province() {}

    static synchronized LocalPlatform platform() {
        if (platform == null) {
            var home = PROJECT.resolve(
                    "deploy/e2e/target/province-" + ProcessHandle.current().pid());
            var settings = PlatformSettings.of(PROJECT, home, PlatformPorts.free())
                    // What a killed sender left is looked at soon: longer than twice the longest wait, shorter than a
                    // test's patience.
                    .with(LocalService.NOTIFICATION, "motcua.sms.timeout", "PT4S")
                    .with(LocalService.NOTIFICATION, "motcua.mail.timeout", "PT6S")
                    .with(LocalService.NOTIFICATION, "motcua.sending.lease", "PT15S");
            platform = LocalPlatform.of(settings, line -> System.out.println("province: " + line));
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
            platform.start();
            // A working morning, so that no test depends on the day it is run.
            platform.clock().set(Instant.parse("2026-06-10T02:00:00Z"), true);
        }
        return platform;
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
