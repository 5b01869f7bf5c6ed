package vn.motcua.notification.notices;

import java.time.Instant;
import java.util.Map;

/** What makes a dossier wait, and what makes it go on. */
public sealed interface Pause extends Occasion {

    /**
     * Papers are missing. Source: Decree 61/2018, art. 17 §2, 19 §4.
     *
     * @param deadline until when they are awaited; null without one
     */
    record SupplementRequested(String code, Instant deadline) implements Pause {
        @Override
        public Wording wording() {
            return deadline == null ? Wording.SUPPLEMENT_NO_DEADLINE : Wording.SUPPLEMENT;
        }

        @Override
        public Map<String, String> places(Language language) {
            return deadline == null ? Map.of() : Map.of("date", LocalTimes.date(deadline));
        }
    }

    /**
     * The dossier is full again.
     *
     * @param dueAt when the result is due now; null for procedures without a time limit
     */
    record SupplementCompleted(String code, Instant dueAt) implements Pause {
        @Override
        public Wording wording() {
            return dueAt == null ? Wording.SUPPLEMENT_RECEIVED_NO_DUE : Wording.SUPPLEMENT_RECEIVED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return LocalTimes.due(dueAt);
        }
    }

    /**
     * Something is to be paid.
     *
     * @param deadline until when it is awaited; null without one
     */
    record PaymentRequested(String code, Money sum, Instant deadline) implements Pause {
        @Override
        public Wording wording() {
            return deadline == null ? Wording.FEE_NO_DEADLINE : Wording.FEE;
        }

        @Override
        public Map<String, String> places(Language language) {
            return deadline == null
                    ? Map.of("sum", sum.in(language))
                    : Map.of("sum", sum.in(language), "date", LocalTimes.date(deadline));
        }
    }

    /** It was paid. */
    record PaymentConfirmed(String code, Money sum) implements Pause {
        @Override
        public Wording wording() {
            return Wording.FEE_PAID;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("sum", sum.in(language));
        }
    }

    /** It was given back, and why; whether it had ever counted does not matter to whoever gets it. */
    record PaymentRefunded(String code, Money sum, Name reason) implements Pause {
        @Override
        public Wording wording() {
            return Wording.FEE_REFUNDED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("sum", sum.in(language), "reason", reason.in(language));
        }
    }

    /** Processing was stopped, and why. */
    record Stopped(String code, Name reason) implements Pause {
        @Override
        public Wording wording() {
            return Wording.STOPPED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("reason", reason.in(language));
        }
    }

    /**
     * What was stopped for a while goes on.
     *
     * @param dueAt when the result is due now; null for procedures without a time limit
     */
    record Resumed(String code, Instant dueAt) implements Pause {
        @Override
        public Wording wording() {
            return dueAt == null ? Wording.RESUMED_NO_DUE : Wording.RESUMED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return LocalTimes.due(dueAt);
        }
    }
}
