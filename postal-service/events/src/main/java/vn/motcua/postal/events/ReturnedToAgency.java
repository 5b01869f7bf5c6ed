package vn.motcua.postal.events;

/**
 * The carrier brought it back to the agency, which keeps the result for the applicant. Final; the dossier may get another parcel.
 * {@code postal.failedAttempts} tells how many deliveries failed before, 0 where none was tried.
 *
 * @param postal the parcel after the fact
 */
public record ReturnedToAgency(PostalState postal) implements PostalEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.postal.returned-to-agency.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.returnedToAgency(this);
    }
}
