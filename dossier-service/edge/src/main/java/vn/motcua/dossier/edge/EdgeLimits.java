package vn.motcua.dossier.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stated limits of every service's HTTP. */
@ConfigMapping(prefix = "motcua.edge")
public interface EdgeLimits {

    /** Bytes of one ordinary body at most. */
    @WithDefault("262144")
    int maxBodyBytes();

    /**
     * Path prefixes whose bodies are streamed by their resource, which has its own limit; only
     * {@code quarkus.http.limits.max-body-size} bounds them here.
     */
    Optional<List<String>> streamedPaths();

    RateLimit rateLimit();

    Tokens tokens();

    /** How verified tokens are remembered. */
    interface Tokens {

        /** Tokens remembered at most; beyond it those least used are forgotten. */
        @WithDefault("10000")
        int most();

        /** How long at most, whatever is left of the token: so long a key that the provider withdrew is still honoured. */
        @WithDefault("PT1M")
        Duration longest();
    }

    /** What one address may ask of the endpoints that are open to all. */
    interface RateLimit {

        @WithDefault("60")
        int requests();

        @WithDefault("PT1M")
        Duration period();

        /** Addresses remembered at most; beyond it the one that has been quiet the longest is forgotten. */
        @WithDefault("10000")
        int addresses();
    }

    /** Whether the path is one of a resource that streams. */
    default boolean streamed(String path) {
        return streamedPaths().orElse(List.of()).stream().anyMatch(path::startsWith);
    }

    /** The answer to an ordinary body beyond the limit. */
    default Problem bodyTooLarge() {
        return Problem.of(ProblemType.TOO_LARGE)
                .detail(
                        "Nội dung tối đa " + maxBodyBytes() + " byte.",
                        "The body has at most " + maxBodyBytes() + " bytes.");
    }
}
