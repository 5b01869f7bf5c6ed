package vn.motcua.postal.returns;

import java.util.Optional;

/** The carrier's words for a parcel, from its numbers. A number that nobody told us of is {@link #UNKNOWN}: recorded, moves nothing. */
public enum CarrierStatus {
    DRAFT,
    CREATED,
    PICKUP_ASSIGNED,
    PICKING_UP,
    PICKUP_FAILED,
    /** The carrier holds it. The legal hand-over is the signed record, so this alone moves nothing. */
    ACCEPTED,
    IN_TRANSIT(ParcelStatus.IN_TRANSIT),
    OUT_FOR_DELIVERY(ParcelStatus.OUT_FOR_DELIVERY),
    DELIVERY_FAILED(ParcelStatus.DELIVERY_FAILED),
    CANCELLED(ParcelStatus.CANCELLED),
    RETURNING(ParcelStatus.RETURNING),
    RETURNED_TO_AGENCY(ParcelStatus.RETURNED_TO_AGENCY),
    DELIVERED(ParcelStatus.DELIVERED),
    /** Part of the contents went out or came back: for a person to look at. */
    PARTIAL,
    COD_SETTLED,
    FEE_SETTLED,
    UNKNOWN;

    private final ParcelStatus target;

    CarrierStatus() {
        this(null);
    }

    CarrierStatus(ParcelStatus target) {
        this.target = target;
    }

    /** The meaning of a number of the carrier's list. */
    public static CarrierStatus of(int code) {
        return switch (code) {
            case 0 -> DRAFT;
            case 1 -> CREATED;
            case 2, 3 -> PICKUP_ASSIGNED;
            case 4 -> PICKING_UP;
            case 5, 8 -> PICKUP_FAILED;
            case 6, 7 -> ACCEPTED;
            case 9, 22 -> CANCELLED;
            case 10, 11, 13 -> IN_TRANSIT;
            case 12 -> OUT_FOR_DELIVERY;
            case 14 -> DELIVERED;
            case 15 -> DELIVERY_FAILED;
            case 16, 17, 18, 24 -> RETURNING;
            case 19 -> RETURNED_TO_AGENCY;
            case 20, 23 -> PARTIAL;
            case 21 -> COD_SETTLED;
            case 28, 29 -> FEE_SETTLED;
            default -> UNKNOWN;
        };
    }

    /** Where it leads the parcel; empty for what is only kept in the track. */
    public Optional<ParcelStatus> leadsTo() {
        return Optional.ofNullable(target);
    }
}
