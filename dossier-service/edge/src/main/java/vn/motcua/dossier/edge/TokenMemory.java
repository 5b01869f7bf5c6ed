package vn.motcua.dossier.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whom verified tokens name: an officer's token comes with every request, and checking its signature costs more than the rest of a step.
 * Remembered for a short time and never beyond the token's own end; a bounded number. Another token, though it differs in one character, is
 * another entry. Thread-safe.
 */
@Singleton
class TokenMemory {

    private record Named(SecurityIdentity identity, Duration left) {}

    private final Cache<String, Named> byToken;
    private final Duration longest;
    private final InstantSource time;

    @Inject
    TokenMemory(EdgeLimits limits, MeterRegistry registry) {
        this(limits.tokens().most(), limits.tokens().longest(), Ticker.systemTicker(), InstantSource.system());
        CaffeineCacheMetrics.monitor(registry, byToken, "tokens");
    }

    TokenMemory(int most, Duration longest, Ticker ticker, InstantSource time) {
        this.longest = longest;
        this.time = time;
        this.byToken = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.creating((String token, Named named) -> named.left()))
                .ticker(ticker)
                .recordStats()
                .build();
    }

    /** Whom the token named when it was verified; empty if that was not, or too long ago. */
    Optional<SecurityIdentity> find(String token) {
        return Optional.ofNullable(byToken.getIfPresent(token)).map(Named::identity);
    }

    /** The first verification counts: a remembered token is not prolonged by being used. */
    void remember(String token, SecurityIdentity identity, Instant end) {
        var left = Duration.between(time.instant(), end);
        if (!left.isNegative() && !left.isZero()) {
            byToken.get(token, unseen -> new Named(identity, left.compareTo(longest) < 0 ? left : longest));
        }
    }

    long remembered() {
        byToken.cleanUp();
        return byToken.estimatedSize();
    }
}
