/** A day ends; the heads of all histories flow in, one published root flows out, and proofs that a history went as far as that. Nothing here changes a dossier. */
package vn.motcua.dossier.proving;
