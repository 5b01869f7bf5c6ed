/**
 * The only write path of dossiers: a person's request or another part's fact comes in; state, event and pointer go out in one statement, or
 * the reason why not.
 */
package vn.motcua.dossier.casework;
