/**
 * Money as rows: references under which somebody can pay, and every movement of money that was told of. In: what casework and the cash desk write
 * in their transactions. Out: the same rows again. Moves no dossier and decides nothing.
 */
package vn.motcua.dossier.payments;
