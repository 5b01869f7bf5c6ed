package vn.motcua.postal.events;

/**
 * Agency and postman signed the hand-over record at {@code postal.handedOverAt}; {@code postal.promisedDate} now binds the carrier.
 * {@code postal.failedAttempts} is 0, as nobody has tried to deliver it.
 *
 * @param postal the parcel after the fact
 */
public record HandedOver(PostalState postal) implements PostalEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.postal.handed-over.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.handedOver(this);
    }
}
