package vn.motcua.notification.notices;

import java.time.Instant;
import java.util.Map;

/** What takes back or changes something that a citizen was told or promised before. */
public sealed interface Amendment extends Occasion {

    /** The agency apologises and names another day. Source: Decree 61/2018, art. 19 §9. */
    record Extended(String code, Instant dueAt) implements Amendment {
        @Override
        public Wording wording() {
            return Wording.APOLOGY;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("date", LocalTimes.date(dueAt));
        }
    }

    /** The due date moved without anybody's step. */
    record DueDateChanged(String code, Instant dueAt) implements Amendment {
        @Override
        public Wording wording() {
            return Wording.DUE_DATE_CHANGED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return LocalTimes.due(dueAt);
        }
    }

    /** Papers may come until a later day than was told. */
    record PapersProlonged(String code, Instant deadline) implements Amendment {
        @Override
        public Wording wording() {
            return Wording.SUPPLEMENT_PROLONGED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("date", LocalTimes.date(deadline));
        }
    }

    /** It may be paid until a later day than was told. */
    record PaymentProlonged(String code, Instant deadline) implements Amendment {
        @Override
        public Wording wording() {
            return Wording.FEE_PROLONGED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("date", LocalTimes.date(deadline));
        }
    }

    /** The result is not to be collected: it was wrong, another one follows. */
    record ResultRecalled(String code) implements Amendment {
        @Override
        public Wording wording() {
            return Wording.RESULT_RECALLED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of();
        }
    }

    /** Another counter is the one to go to. */
    record Transferred(String code, Name shop) implements Amendment {
        @Override
        public Wording wording() {
            return Wording.TRANSFERRED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("shop", shop.in(language));
        }
    }

    /**
     * A mistake in the dossier was put right.
     *
     * @param dueAt when the result is due now, if that moved; else null
     */
    record Corrected(String code, Instant dueAt) implements Amendment {
        @Override
        public Wording wording() {
            return dueAt == null ? Wording.CORRECTED_NO_DUE : Wording.CORRECTED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return LocalTimes.due(dueAt);
        }
    }

    /** The dossier should never have been there, and is closed. */
    record Voided(String code, Name reason) implements Amendment {
        @Override
        public Wording wording() {
            return Wording.VOIDED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("reason", reason.in(language));
        }
    }

    /**
     * The dossier was entered twice, and is closed.
     *
     * @param into code of the dossier that stays
     */
    record Merged(String code, String into) implements Amendment {
        @Override
        public Wording wording() {
            return Wording.MERGED;
        }

        @Override
        public Map<String, String> places(Language language) {
            return Map.of("into", into);
        }
    }
}
