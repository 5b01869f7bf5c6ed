package vn.motcua.postal.events;

/**
 * Delivery number {@code postal.attempt} failed and the recipient is invited again.
 *
 * @param postal the parcel after the fact
 */
public record DeliveryFailed(PostalState postal) implements PostalEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.postal.delivery-failed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.deliveryFailed(this);
    }
}
