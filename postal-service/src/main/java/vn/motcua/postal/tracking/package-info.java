/**
 * In: signed call-backs of the carrier, and steps of other folders on parcels. Out: parcels moved and the facts about them, in one
 * transaction; reads of parcels and their tracks.
 */
package vn.motcua.postal.tracking;
