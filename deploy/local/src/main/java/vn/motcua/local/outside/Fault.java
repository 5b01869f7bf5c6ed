package vn.motcua.local.outside;

import java.time.Duration;
import java.util.function.Supplier;
import vn.motcua.local.outside.web.Answer;

/**
 * How a provider misbehaves.
 *
 * @param delayMillis for {@link Mode#DELAY}: how long the answer takes
 * @param times for so many requests, then none; null until it is switched
 */
public record Fault(Mode mode, long delayMillis, Integer times) {

    /** No fault. */
    public static final Fault NONE = new Fault(Mode.NONE, 0, null);

    /** The ways in which a provider fails. */
    public enum Mode {
        NONE,
        /** Says that it cannot now; nothing is accepted. */
        REFUSE,
        /** Accepts, and answers late. */
        DELAY,
        /** Accepts, and the answer is lost. */
        ACCEPT_THEN_TIMEOUT,
        /** Does not accept, and there is no answer: to the sender the same as the one before. */
        LOSE
    }

    public Fault {
        if (mode == null) {
            throw new IllegalArgumentException("mode is missing");
        }
        if (delayMillis < 0 || delayMillis > 600_000) {
            throw new IllegalArgumentException("delayMillis is from 0 to 600000");
        }
        if (times != null && times < 1) {
            throw new IllegalArgumentException("times is at least 1");
        }
    }

    public static Fault of(Mode mode) {
        return new Fault(mode, 0, null);
    }

    /** The mode for the next requests only. */
    public Fault forNext(int requests) {
        return new Fault(mode, delayMillis, requests);
    }

    /** Slow by so much. */
    public static Fault delay(Duration delay) {
        return new Fault(Mode.DELAY, delay.toMillis(), null);
    }

    /** What an HTTP provider with this fault answers: the work is what it would do in health. */
    public Answer answer(Supplier<Answer> work, Supplier<Answer> refusal) {
        return switch (mode) {
            case NONE -> work.get();
            case REFUSE -> refusal.get();
            case DELAY -> work.get().after(Duration.ofMillis(delayMillis));
            case ACCEPT_THEN_TIMEOUT -> {
                work.get();
                yield Answer.none();
            }
            case LOSE -> Answer.none();
        };
    }
}
