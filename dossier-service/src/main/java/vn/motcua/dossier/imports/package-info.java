/**
 * Dossiers of other systems come in line by line; each goes through the same lifecycle with its own times, and an answer per line goes out. Facts of
 * dossiers that ministries' systems master come in the same way and are recorded as told.
 */
package vn.motcua.dossier.imports;
