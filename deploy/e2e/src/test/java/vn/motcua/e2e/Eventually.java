package vn.motcua.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.core.ThrowingRunnable;

/** What becomes true on the services' own time. */
final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(200);

    private Eventually() {}

    static void that(ThrowingRunnable claim) {
        await().atMost(PATIENCE).pollInterval(LOOK).ignoreExceptions().untilAsserted(claim);
    }

    static <T> T present(Supplier<Optional<T>> look) {
        var seen = new Object() {
            Optional<T> value = Optional.empty();
        };
        that(() -> {
            seen.value = look.get();
            assertThat(seen.value).isPresent();
        });
        return seen.value.orElseThrow();
    }
}
