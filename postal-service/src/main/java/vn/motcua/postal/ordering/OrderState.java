package vn.motcua.postal.ordering;

/** Where an order stands between us and the carrier. */
public enum OrderState {
    /** To be sent when due. */
    PLANNED,
    /** On the wire. One whose lease ends so was left by a crash: in doubt. */
    SENDING,
    /** The carrier has it. */
    ORDERED,
    /** The carrier may have it: asked until it says. */
    IN_DOUBT,
    /** A clerk's: the carrier will not take it, or has a parcel that should not go. */
    FAILED,
    /** Taken back, or never sent. */
    CANCELLED
}
