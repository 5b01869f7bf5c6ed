/**
 * What people report and propose about administrative procedures (phản ánh, kiến nghị) comes in, mostly from the national system; what the agencies do
 * about it goes out as facts of {@code feedback.v1}, by the relay that publishes dossiers. Knows nothing of dossiers, and they nothing of it.
 */
package vn.motcua.dossier.feedback;
