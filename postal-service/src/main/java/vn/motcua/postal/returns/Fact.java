package vn.motcua.postal.returns;

/** What happened to a parcel that others are told of. */
public enum Fact {
    ORDER_CREATED,
    HANDED_OVER,
    IN_TRANSIT,
    DELIVERY_FAILED,
    DELIVERED,
    RETURNED_TO_AGENCY,
    CANCELLED
}
