package vn.motcua.notification.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How messages are sent: {@code motcua.sending.…}. All times are real time; every limit holds for one channel of one instance. Public, because it is validated from outside. */
@ConfigMapping(prefix = "motcua.sending")
public interface SendingConfig {

    /** Whether this instance sends at all; it plans and answers either way. */
    @WithDefault("true")
    boolean enabled();

    /** Messages under way at once. */
    @WithDefault("8")
    int concurrency();

    /** Messages that may be begun in a second. */
    @WithDefault("20")
    int perSecond();

    /** How long whoever sends is believed to be alive. Must be more than twice the longest timeout of a gateway. */
    @WithDefault("PT2M")
    Duration lease();

    /** Pauses after the first, second … try that failed for certain; the last one holds. */
    @WithDefault("PT1M,PT5M,PT30M,PT2H")
    List<Duration> backoff();

    /** Tries in all. */
    @WithDefault("5")
    int mostTries();

    /** When the provider is first asked about a message in doubt: not at once, the request may still be on its way. */
    @WithDefault("PT5S")
    Duration askAfter();

    /** Longest pause between two questions; it doubles from the first. */
    @WithDefault("PT10M")
    Duration longestAskPause();

    /** Pause of a channel after a message went in doubt; doubles with each further one. Until an answer comes, one message at a time. */
    @WithDefault("PT1S")
    Duration doubtPause();

    /** Longest such pause. */
    @WithDefault("PT10M")
    Duration longestDoubtPause();

    /** How long a stopping service waits for messages under way. */
    @WithDefault("PT15S")
    Duration shutdown();
}
