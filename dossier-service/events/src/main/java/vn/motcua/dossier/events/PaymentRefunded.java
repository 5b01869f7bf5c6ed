package vn.motcua.dossier.events;

/**
 * Money that had come for the dossier was given back. Where the dossier stands, its clock and its dates do not change; it can follow an end.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param amount in whole units of the currency, from 1
 * @param currency ISO 4217, {@code VND}
 * @param reasonCode why: a reason for refunds of the catalogue
 * @param surplus whether it had never been counted as a payment: it came late, twice or in another amount
 */
public record PaymentRefunded(
        DossierState dossier, Actor actor, long amount, String currency, String reasonCode, boolean surplus)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.payment-refunded.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.paymentRefunded(this);
    }
}
