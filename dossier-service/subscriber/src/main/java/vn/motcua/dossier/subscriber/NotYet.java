package vn.motcua.dossier.subscriber;

/**
 * Thrown by {@link Subscription#apply}: something the event refers to, such as an entry of the catalogue, is not here yet. The subject waits and
 * is tried again by itself, others flow; after {@code motcua.subscriber.patience} the event is parked for an operator.
 */
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param missing what is missing, without personal data, such as {@code PROCEDURE|1.004946|2} */
    public NotYet(String missing) {
        super(missing, null, false, false);
    }
}
