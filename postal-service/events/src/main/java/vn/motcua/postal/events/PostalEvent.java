package vn.motcua.postal.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One fact in the life of a parcel that carries a result home, a record each. What never changes: the wire name, the meaning of each
 * field, and that a field once published stays. New facts and fields come; readers meet unknown facts as {@link Unrecognised}.
 */
public sealed interface PostalEvent
        permits OrderCreated,
                HandedOver,
                InTransit,
                DeliveryFailed,
                Delivered,
                ReturnedToAgency,
                Cancelled,
                Unrecognised {

    /** The CloudEvents type, written out. */
    @JsonIgnore
    String type();

    /** The parcel after the fact. Null only on {@link Unrecognised} facts that do not carry it. */
    PostalState postal();

    /** Answers by kind of fact. A forgotten kind does not compile. */
    <R> R fold(Cases<R> cases);

    /** One answer per kind of fact. */
    interface Cases<R> {
        R orderCreated(OrderCreated fact);

        R handedOver(HandedOver fact);

        R inTransit(InTransit fact);

        R deliveryFailed(DeliveryFailed fact);

        R delivered(Delivered fact);

        R returnedToAgency(ReturnedToAgency fact);

        R cancelled(Cancelled fact);

        R unrecognised(Unrecognised fact);
    }
}
