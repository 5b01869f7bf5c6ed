/**
 * Closed dossiers come in: packages for the archive flow out, and what the archive took over, who holds what back and whose time is over is kept here. Orders of
 * destruction, drafted by one and approved by another, are carried out dossier by dossier; a certificate is what is left beside the history.
 */
package vn.motcua.dossier.keeping;
