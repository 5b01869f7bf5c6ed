package vn.motcua.notification.notices;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait after each failed try.
 *
 * @param pauses after the first, second … failure; when they are used up, the last one holds
 * @param mostTries so many in all
 */
public record Backoff(List<Duration> pauses, int mostTries) {

    /** Longest wait that a provider can ask for. */
    private static final Duration LONGEST = Duration.ofHours(6);

    public Backoff {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty() || mostTries < 1 || pauses.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("a back-off needs a pause and one try at least");
        }
    }

    /**
     * The pause before the next try; empty when there is none left.
     *
     * @param failed failed tries so far, from 1
     * @param asked how long the provider asks to wait; null if it does not
     */
    public Optional<Duration> after(int failed, Duration asked) {
        if (failed >= mostTries) {
            return Optional.empty();
        }
        var own = pauses.get(Math.min(failed, pauses.size()) - 1);
        if (asked == null || asked.compareTo(own) < 0) {
            return Optional.of(own);
        }
        return Optional.of(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    }
}
