package vn.motcua.postal.events;

/**
 * The carrier took the order: the parcel has a tracking number and waits at the agency. A parcel's first fact; {@code postal.failedAttempts} is 0, as nobody
 * has tried to deliver it.
 *
 * @param postal the parcel after the fact
 */
public record OrderCreated(PostalState postal) implements PostalEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.postal.order-created.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.orderCreated(this);
    }
}
