/** Dossiers of other systems come in line by line; each goes through the same lifecycle with its own times, and an answer per line goes out. */
package vn.motcua.dossier.imports;
