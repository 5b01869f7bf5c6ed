package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A dossier that waits.
 *
 * @param cause what for
 * @param from where it stood before and goes back to
 * @param since when it began; the clock stands still from then on, if it ran
 * @param deadline until when what is awaited has to come; null without one, and once it has come and is looked at
 * @param amount to be paid, in whole đồng; null unless it waits for a payment
 * @param missing what was asked for: codes of components, or words; empty unless it waits for papers
 */
public record Pause(
        Cause cause, DossierStatus from, Instant since, Instant deadline, Long amount, List<String> missing) {

    /** What a dossier waits for. */
    public enum Cause {
        /** Papers asked for before acceptance: the clock never started. */
        PAPERS_BEFORE_ACCEPTANCE,
        /** Papers asked for in processing. */
        PAPERS,
        PAYMENT,
        /** A stop that may be lifted. */
        STOP
    }

    public Pause {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(since, "since");
        missing = missing == null ? List.of() : List.copyOf(missing);
        if ((cause == Cause.PAYMENT) != (amount != null)) {
            throw new IllegalArgumentException("an amount exactly where a payment is awaited, not " + amount);
        }
    }

    /** Awaited for longer than the applicant was told. */
    Pause until(Instant later) {
        return new Pause(cause, from, since, later, amount, missing);
    }

    /** What was awaited has come and is looked at: no deadline runs out any more. */
    Pause answered() {
        return new Pause(cause, from, since, null, amount, missing);
    }
}
