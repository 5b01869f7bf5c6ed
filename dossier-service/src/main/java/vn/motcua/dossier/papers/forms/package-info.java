/**
 * What happened to a dossier comes in; the papers that an officer hands over and signs flow out: rendered once, kept under their hash, printed again
 * from the very same bytes.
 */
package vn.motcua.dossier.papers.forms;
