package vn.motcua.dossier.edge;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the clock that legal dates depend on, in UTC and whole milliseconds: real time, or in the profiles
 * {@code local} and {@code test} what {@code motcua.clock.file} says. Tokens, leases and Kafka stay on real time.
 */
@Singleton
class BusinessClock {

    private static final List<String> MAY_BE_SET = List.of("local", "test");

    private final Clock clock;

    BusinessClock(@ConfigProperty(name = "motcua.clock.file") Optional<Path> file) {
        this.clock = of(file, ConfigUtils.getProfiles());
    }

    static Clock of(Optional<Path> file, List<String> profiles) {
        if (file.isEmpty()) {
            return Clock.tickMillis(ZoneOffset.UTC);
        }
        if (profiles.stream().noneMatch(MAY_BE_SET::contains)) {
            throw new IllegalStateException("motcua.clock.file is set, and the profile is " + profiles
                    + ": legal dates follow real time except in the profiles " + MAY_BE_SET);
        }
        return SharedClock.reading(file.get());
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return clock;
    }

    /** Makes this bean at start, so that a clock that may not be set refuses to start and not the first request. */
    void check(@Observes StartupEvent start) {}
}
