/** Questions come in; dossiers as they stand, their histories, queues and what anybody may know flow out, as far as the caller's rights go. Nothing is written. */
package vn.motcua.dossier.reading;
