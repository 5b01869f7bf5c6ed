/**
 * What people report and propose, as published on {@code feedback.v1}: a record per fact, subject = feedback id, written and hashed as the dossier's own
 * facts are. Nothing that anybody wrote and nobody's name is in it.
 */
package vn.motcua.dossier.events.feedback;
