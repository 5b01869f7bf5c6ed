package vn.motcua.dossier.lifecycle;

import java.util.Optional;

/**
 * What was looked at before a result is handed over. Source: Decree 61/2018, art. 20; Decision 45/2016.
 *
 * @param identity whether whoever gets it showed who they are
 * @param collector whom it is handed to over the counter; null where nobody was named
 * @param authorisation whether the paper by which the owner authorised them was looked at
 * @param somebodyAuthorised whether the dossier names an authorised person
 */
public record IdentityCheck(boolean identity, Collector collector, boolean authorisation, boolean somebodyAuthorised) {

    /** Somebody showed who they are, where nobody but the owner can come. */
    public static final IdentityCheck OF_OWNER = new IdentityCheck(true, null, false, false);

    /** Nothing was looked at. */
    public static final IdentityCheck NONE = new IdentityCheck(false, null, false, false);

    /** Who gets it this way; null elsewhere than at the counter. Where nobody is authorised it can only be the owner. */
    Collector collectorBy(Via via) {
        return via == Via.COUNTER && collector == null ? Collector.OWNER : collector;
    }

    /** What is missing, or said where it says nothing; empty if all is well. */
    Optional<Bar> wanting(Via via) {
        if (!identity) {
            return Optional.of(Bar.IDENTITY_NOT_CHECKED);
        }
        if (via != Via.COUNTER) {
            return collector == null ? Optional.empty() : Optional.of(Bar.COLLECTED_ELSEWHERE);
        }
        if (collector == null) {
            return somebodyAuthorised ? Optional.of(Bar.COLLECTOR_NOT_NAMED) : Optional.empty();
        }
        if (collector == Collector.OWNER) {
            return Optional.empty();
        }
        if (!somebodyAuthorised) {
            return Optional.of(Bar.NOBODY_AUTHORISED);
        }
        return authorisation ? Optional.empty() : Optional.of(Bar.AUTHORISATION_NOT_CHECKED);
    }
}
