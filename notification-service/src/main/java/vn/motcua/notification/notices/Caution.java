package vn.motcua.notification.notices;

import java.time.Duration;

/**
 * How careful to be with a provider that stopped answering: each message in doubt may cost a person's time, so the channel pauses, doubling, and
 * then tries one message at a time until an answer comes. Immutable.
 *
 * @param doubts messages in a row that went in doubt
 * @param pause what to wait after the last of them; zero when there is none
 */
public record Caution(int doubts, Duration pause) {

    /** All is well. */
    public static final Caution NONE = new Caution(0, Duration.ZERO);

    private static final int MOST_DOUBLINGS = 20;

    /** After a provider's answer. */
    public Caution after(Answer answer, Duration first, Duration longest) {
        if (!(answer instanceof Answer.InDoubt)) {
            return NONE;
        }
        var doubled = first.multipliedBy(1L << Math.min(doubts, MOST_DOUBLINGS));
        return new Caution(doubts + 1, doubled.compareTo(longest) > 0 ? longest : doubled);
    }

    /** How many messages may be under way at once. */
    public int most(int concurrency) {
        return doubts == 0 ? concurrency : 1;
    }
}
