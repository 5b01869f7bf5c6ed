/**
 * The law of a dossier's life, pure: steps and instants come in, facts or the reason that bars them go out. Depends on {@code java..} and
 * the calendar only.
 */
package vn.motcua.dossier.lifecycle;
