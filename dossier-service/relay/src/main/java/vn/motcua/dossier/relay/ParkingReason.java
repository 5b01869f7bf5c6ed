package vn.motcua.dossier.relay;

/** Why a pointer cannot be published until somebody looks. */
enum ParkingReason {
    /** The event row is not there (a wrong hand, a partial restore). */
    EVENT_MISSING,
    /** The broker refuses the record for good, because it is larger than the topic allows. */
    TOO_LARGE,
    /** The companion has no value for the event, or throws for it while it answers for others. */
    NO_COMPANION_VALUE,
    /** An earlier event of the same subject is parked. */
    BEHIND
}
