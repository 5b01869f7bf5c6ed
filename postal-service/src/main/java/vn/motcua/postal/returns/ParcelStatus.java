package vn.motcua.postal.returns;

import java.util.EnumSet;
import java.util.Set;

/** Where a parcel stands. {@link #next()} says which arrows can exist; the guards in {@link PostalReturn} say which one does. */
public enum ParcelStatus {
    /** Due to go by post; the carrier has not taken the order yet. Not published. */
    PLANNED,
    ORDERED,
    HANDED_OVER,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    DELIVERY_FAILED,
    DELIVERED,
    RETURNING,
    RETURNED_TO_AGENCY,
    CANCELLED;

    /**
     * Exhaustive on purpose, no default: a new status does not compile until its arrows are drawn. The arrows skip what a later report
     * makes certain (who has delivered was under way), so that a report that comes late changes nothing.
     */
    public Set<ParcelStatus> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(ORDERED, CANCELLED);
            case ORDERED -> EnumSet.of(HANDED_OVER, CANCELLED);
            case HANDED_OVER ->
                EnumSet.of(
                        IN_TRANSIT,
                        OUT_FOR_DELIVERY,
                        DELIVERY_FAILED,
                        DELIVERED,
                        RETURNING,
                        RETURNED_TO_AGENCY,
                        CANCELLED);
            case IN_TRANSIT ->
                EnumSet.of(OUT_FOR_DELIVERY, DELIVERY_FAILED, DELIVERED, RETURNING, RETURNED_TO_AGENCY, CANCELLED);
            case OUT_FOR_DELIVERY -> EnumSet.of(DELIVERY_FAILED, DELIVERED, RETURNING, RETURNED_TO_AGENCY, CANCELLED);
            // Two failures may follow each other when the report between them is lost.
            case DELIVERY_FAILED ->
                EnumSet.of(OUT_FOR_DELIVERY, DELIVERY_FAILED, DELIVERED, RETURNING, RETURNED_TO_AGENCY, CANCELLED);
            case RETURNING -> EnumSet.of(DELIVERED, RETURNED_TO_AGENCY);
            // A delivery given up on the way brings the parcel back; one cancelled before the hand-over never left.
            case CANCELLED -> EnumSet.of(RETURNED_TO_AGENCY);
            case DELIVERED, RETURNED_TO_AGENCY -> EnumSet.noneOf(ParcelStatus.class);
        };
    }

    /** Whether the parcel may still move, so that no second one may be made for the dossier. */
    public boolean active() {
        return switch (this) {
            case PLANNED, ORDERED, HANDED_OVER, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERY_FAILED, RETURNING -> true;
            case DELIVERED, RETURNED_TO_AGENCY, CANCELLED -> false;
        };
    }

    /** Whether the result still lies at the agency and nothing is signed. */
    public boolean beforeHandOver() {
        return this == PLANNED || this == ORDERED;
    }
}
