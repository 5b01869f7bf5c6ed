package vn.motcua.postal.events;

/**
 * The parcel will not travel, or not any further. Final where it never left the agency ({@code postal.handedOverAt} is absent); one that had left may still be
 * followed by {@link ReturnedToAgency}, and meanwhile the dossier may have got another parcel. {@code postal.failedAttempts} tells how many deliveries failed
 * before.
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
