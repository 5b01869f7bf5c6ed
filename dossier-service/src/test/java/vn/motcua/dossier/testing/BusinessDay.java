package vn.motcua.dossier.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import vn.motcua.local.testing.LocalInfrastructure;

/** Gives the application under test a business clock that tests can set; it runs on real time until one does. */
public final class BusinessDay implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        LocalInfrastructure.clock().reset();
        return Map.of("motcua.clock.file", LocalInfrastructure.clock().file().toString());
    }

    @Override
    public void stop() {
        LocalInfrastructure.clock().reset();
    }

    /** Stands still at a local time in Vietnam: {@code 2022-06-08T09:00}. */
    public static Instant standAt(String local) {
        var at = LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
        LocalInfrastructure.clock().set(at, true);
        return at;
    }

    public static void backToRealTime() {
        LocalInfrastructure.clock().reset();
    }
}
