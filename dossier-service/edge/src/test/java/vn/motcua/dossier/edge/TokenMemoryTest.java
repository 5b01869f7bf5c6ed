package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenMemoryTest {

    private static final Instant START = Instant.parse("2022-06-08T02:00:00Z");
    private static final Instant FAR = START.plus(Duration.ofHours(8));
    private static final SecurityIdentity OFFICER = QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("officer-1"))
            .build();

    private final AtomicLong nanos = new AtomicLong();
    private final TokenMemory memory =
            new TokenMemory(100, Duration.ofMinutes(1), nanos::get, () -> START.plusNanos(nanos.get()));

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aTokenIsRememberedForAMinuteHoweverOftenItIsUsed() {
        memory.remember("t", OFFICER, FAR);
        for (int second = 1; second < 60; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(memory.find("t")).as("after %d s", second).contains(OFFICER);
            memory.remember("t", OFFICER, FAR);
        }
        pass(Duration.ofSeconds(1));
        assertThat(memory.find("t")).isEmpty();
    }

    @Test
    void aTokenIsForgottenWhenItEnds() {
        memory.remember("t", OFFICER, START.plusSeconds(10));
        pass(Duration.ofMillis(9_999));
        assertThat(memory.find("t")).isPresent();
        pass(Duration.ofMillis(1));
        assertThat(memory.find("t")).isEmpty();
    }

    @Test
    void aTokenThatHasEndedIsNotRemembered() {
        memory.remember("now", OFFICER, START);
        memory.remember("before", OFFICER, START.minusSeconds(1));
        assertThat(memory.find("now")).isEmpty();
        assertThat(memory.find("before")).isEmpty();
    }

    @Test
    void onlySoManyAreRemembered() {
        for (int i = 0; i < 10_000; i++) {
            memory.remember("t" + i, OFFICER, FAR);
        }
        assertThat(memory.remembered()).isLessThanOrEqualTo(100);
    }
}
