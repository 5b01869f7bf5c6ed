/**
 * In: parcels for the day's manifests, the cut-off, the signatures of agency and postman. Out: manifests opened, closed once and handed
 * over, and the legal hand-over of each parcel on them.
 */
package vn.motcua.postal.handover;
