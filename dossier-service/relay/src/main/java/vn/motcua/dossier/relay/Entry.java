package vn.motcua.dossier.relay;

/**
 * A pointer with what it points to.
 *
 * @param behind whether the subject is parked, so that this one must wait behind
 * @param event null if the event row is missing
 */
record Entry(Pointer pointer, boolean behind, StoredEvent event) {

    EventKey key() {
        return pointer.key();
    }
}
