package vn.motcua.postal.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Where the parcel stands after the fact, in words: one per kind of fact. The carrier's numbers stay inside the postal service, and so does what moves no
 * reader: that it is out for delivery, or on its way back.
 */
public enum PostalStatus {
    /** The carrier took the order; the result still lies at the agency. */
    ORDERED,
    /** The hand-over record is signed: the carrier answers for it, and its time limit runs. */
    HANDED_OVER,
    IN_TRANSIT,
    /** A delivery failed; the recipient is invited again. */
    DELIVERY_FAILED,
    /** The recipient has it. Final. */
    DELIVERED,
    /** The agency has it back. Final. */
    RETURNED_TO_AGENCY,
    /** Will not reach the recipient. Final where it never left the agency; one that had left may still come back to it. */
    CANCELLED,
    /** A word that this reader is too old to know. Never written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
