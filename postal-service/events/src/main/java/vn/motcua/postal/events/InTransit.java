package vn.motcua.postal.events;

/**
 * The carrier moves it towards the recipient. At most once per parcel; left out where a later fact was known first, so that
 * {@code postal.failedAttempts} is 0.
 *
 * @param postal the parcel after the fact
 */
public record InTransit(PostalState postal) implements PostalEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.postal.in-transit.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.inTransit(this);
    }
}
