/** Committed events come in; the shared topic gets them as they are, the restricted twin with the recipient as known at that moment. */
package vn.motcua.dossier.publishing;
