package vn.motcua.local.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.local.PlatformPorts;
import vn.motcua.local.PlatformSettings;
import vn.motcua.local.clock.SharedClock;

class UpTest {

    private static final Instant DEMONSTRATION = Instant.parse("2022-06-14T02:00:00Z");

    @TempDir
    private Path home;

    @BeforeEach
    void aDemonstrationLeftTheClockWhereItEnded() {
        SharedClock.in(home.resolve("clock")).set(DEMONSTRATION, true);
    }

    @Test
    void withoutDemoTheBusinessClockShowsRealTime() {
        var clock = up(List.of("--exit")).platform().clock();
        assertThat(clock.now()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(clock.isStanding()).isFalse();
    }

    @Test
    void theDemonstrationSetsItsClockItself() {
        assertThat(up(List.of("--demo")).platform().clock().now()).isEqualTo(DEMONSTRATION);
    }

    private Up up(List<String> arguments) {
        return new Up(PlatformSettings.of(Path.of("."), home, PlatformPorts.free()), arguments);
    }
}
