package vn.motcua.postal.scheduling;

/** What a fact of a dossier means for its parcel. */
enum Consequence {
    NOTHING,
    /** There is a result, and it goes by post. */
    SEND,
    /** The parcel is not to go; another one may follow. */
    CANCEL,
    /** The parcel is not to go, and nobody's address is needed any more. */
    CANCEL_AND_FORGET,
    /** The person was erased. The parcel stays: it is the agency's. */
    FORGET;

    boolean cancels() {
        return this == CANCEL || this == CANCEL_AND_FORGET;
    }

    boolean forgets() {
        return this == FORGET || this == CANCEL_AND_FORGET;
    }
}
