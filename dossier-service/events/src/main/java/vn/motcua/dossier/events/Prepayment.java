package vn.motcua.dossier.events;

import java.time.Instant;

/**
 * What was paid before there was a dossier.
 *
 * @param amount in whole units of the currency, from 1
 * @param currency ISO 4217, {@code VND}
 * @param method how it was paid
 * @param paidAt when, UTC
 * @param gateway through which it was paid online; null where it was paid another way, and where that was not told
 */
public record Prepayment(long amount, String currency, PaymentMethod method, Instant paidAt, PaymentGateway gateway) {}
