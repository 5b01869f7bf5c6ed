package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * All that was open was paid. What had been asked for lets the clock run: {@code dossier.dueAt} is later by the time it stood still. What was paid
 * without having been asked for moves nothing.
 *
 * @param dossier the dossier after the fact
 * @param actor who acted
 * @param amount in whole units of the currency, from 1
 * @param currency ISO 4217, {@code VND}
 * @param method how it was paid
 * @param paidAt when, UTC
 * @param previousDueAt the date before; null without a time limit
 * @param gateway through which it was paid online; null where it was paid another way, and where that was not told
 */
public record PaymentConfirmed(
        DossierState dossier,
        Actor actor,
        long amount,
        String currency,
        PaymentMethod method,
        Instant paidAt,
        Instant previousDueAt,
        PaymentGateway gateway)
        implements DossierEvent {

    /** The wire name, for good. */
    public static final String TYPE = "vn.motcua.dossier.payment-confirmed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.paymentConfirmed(this);
    }
}
