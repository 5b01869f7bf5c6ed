package vn.motcua.postal.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where the parcel stands after the fact, in words. The carrier's numbers stay inside the postal service. */
public enum PostalStatus {
    /** The carrier took the order; the result still lies at the agency. */
    ORDERED,
    /** The hand-over record is signed: the carrier answers for it, and its time limit runs. */
    HANDED_OVER,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    /** An attempt failed; the recipient is invited again. */
    DELIVERY_FAILED,
    /** The recipient has it. Final. */
    DELIVERED,
    RETURNING,
    /** The agency has it back. Final. */
    RETURNED_TO_AGENCY,
    /** Will not travel. */
    CANCELLED,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
