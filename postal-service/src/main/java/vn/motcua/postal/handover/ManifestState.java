package vn.motcua.postal.handover;

/** Where a manifest stands. */
enum ManifestState {
    /** Takes parcels. */
    OPEN,
    /** Closed at the cut-off or before: what a signature attests. */
    CLOSED,
    /** Signed by both sides. */
    HANDED_OVER
}
