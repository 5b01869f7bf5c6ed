/**
 * In: the restricted stream of dossier facts. Out: the latest recipient of each dossier whose result goes by post, and for each live
 * completion a parcel on a manifest with an order due at the carrier. What a later fact takes back, or addresses to somebody else, is cancelled while it
 * lies at the agency, and left to a clerk once it has gone.
 */
package vn.motcua.postal.scheduling;
