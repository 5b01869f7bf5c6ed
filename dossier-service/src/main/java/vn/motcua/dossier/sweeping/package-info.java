/**
 * What moves many dossiers at once, each in a step of its own: a changed working calendar moves due dates, a reorganised province moves open
 * dossiers and parts to the agencies that took over. The order comes in; facts of single dossiers go out through casework. Whatever stops in the middle goes on
 * where it was when it is ordered again.
 */
package vn.motcua.dossier.sweeping;
