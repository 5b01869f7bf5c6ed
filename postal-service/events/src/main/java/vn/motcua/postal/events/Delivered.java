package vn.motcua.postal.events;

/**
 * The recipient got it at {@code postal.deliveredAt}. Final. {@code postal.failedAttempts} tells how many deliveries failed before this one.
 *
 * @param postal the parcel after the fact
 */
public record Delivered(PostalState postal) implements PostalEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.postal.delivered.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.delivered(this);
    }
}
