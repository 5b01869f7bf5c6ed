package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * The applicant was asked to pay a fee, a charge or a tax; the clock stands still from {@code dossier.pausedSince}.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param amount in whole units of the currency, from 1
 * @param currency ISO 4217, {@code VND}
 * @param deadline until when it is awaited, UTC; null without one
 */
public record PaymentRequested(DossierState dossier, Actor actor, long amount, String currency, Instant deadline)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.payment-requested.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.paymentRequested(this);
    }
}
