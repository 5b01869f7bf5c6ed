package vn.motcua.postal.ordering;

import java.time.Duration;
import java.util.function.Function;
import vn.motcua.postal.returns.TrackingNumber;

/** What the carrier made of an order. Faults are told apart here, once; only these words travel inward. They hold no personal data. */
sealed interface CarrierAnswer {

    <R> R fold(
            Function<Accepted, R> accepted,
            Function<TryLater, R> tryLater,
            Function<GivenUp, R> givenUp,
            Function<InDoubt, R> inDoubt);

    /** It has the order, now or from before. */
    record Accepted(TrackingNumber number) implements CarrierAnswer {
        @Override
        public <R> R fold(
                Function<Accepted, R> accepted,
                Function<TryLater, R> tryLater,
                Function<GivenUp, R> givenUp,
                Function<InDoubt, R> inDoubt) {
            return accepted.apply(this);
        }
    }

    /** It has not taken it and may later. */
    record TryLater(Duration after, String why) implements CarrierAnswer {
        @Override
        public <R> R fold(
                Function<Accepted, R> accepted,
                Function<TryLater, R> tryLater,
                Function<GivenUp, R> givenUp,
                Function<InDoubt, R> inDoubt) {
            return tryLater.apply(this);
        }
    }

    /** It will not take it as it is. */
    record GivenUp(String why) implements CarrierAnswer {
        @Override
        public <R> R fold(
                Function<Accepted, R> accepted,
                Function<TryLater, R> tryLater,
                Function<GivenUp, R> givenUp,
                Function<InDoubt, R> inDoubt) {
            return givenUp.apply(this);
        }
    }

    /** It may have taken it before we lost its answer. */
    record InDoubt(String why) implements CarrierAnswer {
        @Override
        public <R> R fold(
                Function<Accepted, R> accepted,
                Function<TryLater, R> tryLater,
                Function<GivenUp, R> givenUp,
                Function<InDoubt, R> inDoubt) {
            return inDoubt.apply(this);
        }
    }
}
