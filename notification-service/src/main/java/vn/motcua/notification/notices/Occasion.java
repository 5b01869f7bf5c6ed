package vn.motcua.notification.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Something a citizen is told: one record for each, with exactly what its text says and nothing about a person. */
public sealed interface Occasion
        permits Occasion.Submitted,
                Occasion.Accepted,
                Occasion.Refused,
                Occasion.Withdrawn,
                Occasion.Completed,
                Occasion.Returned,
                Occasion.PostHanded,
                Occasion.PostFailed,
                Pause,
                Amendment {

    /** Code of the dossier. */
    String code();

    /** Which text tells it. */
    Wording wording();

    /** What stands in the text's places, besides the code. */
    Map<String, String> places(Language language);

    /** Handed in online at {@code at}. */
    record Submitted(String code, Instant at) implements Occasion {
        @Override
        public Wording wording() {
            return Wording.SUBMITTED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("at", LocalTimes.moment(at));
        }
    }

    /**
     * Taken in at {@code at}. Source: Decree 61/2018, art. 17.
     *
     * @param dueAt when the result is due; null for procedures without a time limit
     * @param shop the counter where it is collected
     * @param agency who works on it
     */
    record Accepted(String code, Instant at, Instant dueAt, Name shop, Name agency) implements Occasion {
        @Override
        public Wording wording() {
            return dueAt == null ? Wording.ACCEPTED_NO_DUE : Wording.ACCEPTED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return dueAt == null
                    ? Map.of("at", LocalTimes.moment(at), "agency", agency.in(language))
                    : Map.of("at", LocalTimes.moment(at), "due", LocalTimes.moment(dueAt), "shop", shop.in(language));
        }
    }

    /** Not taken in, and why. Source: Decree 61/2018, art. 17 §2. */
    record Refused(String code, Name reason) implements Occasion {
        @Override
        public Wording wording() {
            return Wording.REFUSED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("reason", reason.in(language));
        }
    }

    /** Taken back by its owner on the day of {@code at}. */
    record Withdrawn(String code, Instant at) implements Occasion {
        @Override
        public Wording wording() {
            return Wording.WITHDRAWN;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("date", LocalTimes.date(at));
        }
    }

    /**
     * There is a result since {@code at}; it can be collected from that day on.
     *
     * @param dueAt when it was due; null for procedures without a time limit
     * @param way how it goes home: only what waits at a counter invites to one
     * @param shop the counter
     */
    record Completed(String code, Instant at, Instant dueAt, ReturnWay way, Name shop) implements Occasion {
        @Override
        public Wording wording() {
            return switch (way) {
                case COUNTER -> early() ? Wording.RESULT_EARLY : Wording.RESULT_READY;
                case POST -> Wording.RESULT_BY_POST;
                case ELECTRONIC -> Wording.RESULT_ELECTRONIC;
                case OTHER -> Wording.RESULT_OTHER;
            };
        }

        private boolean early() {
            return dueAt != null && LocalTimes.day(at).isBefore(LocalTimes.day(dueAt));
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("date", LocalTimes.date(at), "shop", shop.in(language));
        }
    }

    /** The result was handed over on the day of {@code at}. */
    record Returned(String code, Instant at) implements Occasion {
        @Override
        public Wording wording() {
            return Wording.RESULT_RETURNED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("date", LocalTimes.date(at));
        }
    }

    /** The carrier took the result; {@code promised} is the last day of its limit. Source: Decision 45/2016/QĐ-TTg, art. 8 §4. */
    record PostHanded(String code, String trackingNumber, LocalDate promised) implements Occasion {
        @Override
        public Wording wording() {
            return Wording.POST_HANDED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("tracking", trackingNumber, "date", LocalTimes.date(promised));
        }
    }

    /** Delivery number {@code attempt} failed. Source: Circular 17/2017/TT-BTTTT (invitations two working days apart). */
    record PostFailed(String code, int attempt) implements Occasion {
        @Override
        public Wording wording() {
            return Wording.POST_FAILED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("attempt", Integer.toString(attempt));
        }
    }
}
