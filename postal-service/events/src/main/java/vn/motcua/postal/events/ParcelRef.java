package vn.motcua.postal.events;

import java.util.UUID;

/**
 * Which parcel of its dossier. A dossier has one on its way at a time, but may have several one after the other: a result that came back goes out anew, a
 * corrected result follows the first.
 *
 * @param id the same on every fact of this parcel and on no other's, for good; opaque, and not the tracking number
 * @param run 1, 2, 3 … in the order in which the dossier's parcels were made; a parcel that nobody heard of leaves a gap
 */
public record ParcelRef(UUID id, int run) {}
