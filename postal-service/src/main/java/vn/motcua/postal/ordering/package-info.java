/**
 * In: orders due at the carrier, in a send-once ledger. Out: each of them at the carrier at most once under its order number, or named in
 * doubt and resolved by asking, or on the list of a clerk.
 */
package vn.motcua.postal.ordering;
