/**
 * In: the restricted stream of dossier facts. Out: the latest recipient of each dossier whose result goes by post, and for each live
 * completion a parcel on a manifest with an order due at the carrier.
 */
package vn.motcua.postal.scheduling;
