/**
 * Where money meets people and the payment gateway. In: citizens who pay before there is a dossier, signed call-backs, cashiers who look through what
 * does not fit. Out: payments and receipts, and through casework the dossiers that they move.
 */
package vn.motcua.dossier.cashdesk;
