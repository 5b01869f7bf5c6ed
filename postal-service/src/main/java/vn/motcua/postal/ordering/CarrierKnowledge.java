package vn.motcua.postal.ordering;

import java.time.Duration;
import vn.motcua.postal.returns.TrackingNumber;

/**
 * What the carrier knows of an order number when asked, or what came of taking it back.
 *
 * @param kind what it said
 * @param number of the parcel, where there is one and it was asked for; else null
 * @param after how long to wait before asking again; zero unless it did not say
 * @param why for people; empty unless it did not say
 */
record CarrierKnowledge(Kind kind, TrackingNumber number, Duration after, String why) {

    /** The possible answers. */
    enum Kind {
        /** There is an order, and it stands. */
        THERE,
        /** There is an order, and it is taken back. */
        CANCELLED,
        /** There is none. */
        NOTHING,
        /** It has the parcel already: too late to take the order back. */
        TOO_LATE,
        /** It did not say. */
        NO_ANSWER
    }

    static CarrierKnowledge of(Kind kind) {
        return new CarrierKnowledge(kind, null, Duration.ZERO, "");
    }

    static CarrierKnowledge there(TrackingNumber number) {
        return new CarrierKnowledge(Kind.THERE, number, Duration.ZERO, "");
    }

    static CarrierKnowledge noAnswer(Duration after, String why) {
        return new CarrierKnowledge(Kind.NO_ANSWER, null, after, why);
    }
}
