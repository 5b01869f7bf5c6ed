package vn.motcua.postal.returns;

import java.util.Optional;
import java.util.function.Function;

/** What came of a step: it happened, or something bars it. Never an exception. */
public sealed interface Attempt {

    /** Answers by kind. */
    <R> R fold(Function<Done, R> done, Function<Barred, R> barred);

    /**
     * It happened.
     *
     * @param after the parcel now
     * @param fact what others are told; empty where they are not
     */
    record Done(PostalReturn after, Optional<Fact> fact) implements Attempt {
        @Override
        public <R> R fold(Function<Done, R> done, Function<Barred, R> barred) {
            return done.apply(this);
        }
    }

    /**
     * It did not happen and nothing changed.
     *
     * @param why the reason
     * @param status where the parcel stands
     */
    record Barred(Bar why, ParcelStatus status) implements Attempt {
        @Override
        public <R> R fold(Function<Done, R> done, Function<Barred, R> barred) {
            return barred.apply(this);
        }
    }

    /** Why a step did not happen. */
    enum Bar {
        /** No arrow leads there from where the parcel stands, or it stands there already. */
        NO_ARROW,
        /** The parcel has already moved on by a later report. */
        OLDER,
        /** The parcel will not move any more. */
        FINAL,
        /** The carrier speaks of a parcel whose hand-over is not signed yet: kept until it is. */
        WAITS_FOR_HAND_OVER,
        /** The carrier says something that moves no parcel. */
        SIDE_STATE
    }
}
