package vn.motcua.notification.notices;

import java.time.Duration;

/** What a provider answered, in the only words that travel inward. Codes hold no address and no text of the provider. */
public sealed interface Answer {

    /** Answers by kind; a forgotten one does not compile. */
    <R> R fold(Cases<R> cases);

    /** One answer for each kind. */
    interface Cases<R> {
        R accepted(Accepted answer);

        R tryLater(TryLater answer);

        R givenUp(GivenUp answer);

        R inDoubt(InDoubt answer);
    }

    /**
     * The provider took the message over; that is not yet delivery.
     *
     * @param providerId under which the provider knows it; null if it does not say
     */
    record Accepted(String providerId) implements Answer {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.accepted(this);
        }
    }

    /**
     * Certainly not taken over; may succeed later.
     *
     * @param why a code
     * @param after how long the provider asks to wait; null if it does not say
     */
    record TryLater(String why, Duration after) implements Answer {
        public TryLater(String why) {
            this(why, null);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.tryLater(this);
        }
    }

    /** Certainly not taken over, and the same would be refused again. */
    record GivenUp(String why) implements Answer {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.givenUp(this);
        }
    }

    /** The provider may have taken it over. */
    record InDoubt(String why) implements Answer {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.inDoubt(this);
        }
    }
}
