package vn.motcua.postal.events;

/**
 * The parcel will not travel, or not any further.
 *
 * @param postal the parcel after the fact
 */
public record Cancelled(PostalState postal) implements PostalEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.postal.cancelled.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.cancelled(this);
    }
}
