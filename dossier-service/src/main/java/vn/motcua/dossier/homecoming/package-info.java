/** Postal facts come in from {@code postal.tracking.v1}; a delivered result returns its dossier, and what the lifecycle bars goes on a work list. */
package vn.motcua.dossier.homecoming;
