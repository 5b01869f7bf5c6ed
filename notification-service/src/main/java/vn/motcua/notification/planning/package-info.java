/**
 * In: facts of dossiers and parcels, in the transaction that claims them. Out: rows of notices to send. Only live facts plan anything; each event
 * and channel plans once.
 */
package vn.motcua.notification.planning;
