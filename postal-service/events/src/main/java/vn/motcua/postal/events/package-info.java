/**
 * The published language of the postal service. In: what became of the parcels that carry results home. Out: CloudEvents on
 * {@code postal.tracking.v1}, subject = dossier id, written and hashed as the dossier's own facts are.
 */
package vn.motcua.postal.events;
