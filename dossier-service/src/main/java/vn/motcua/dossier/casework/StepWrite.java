package vn.motcua.dossier.casework;

import vn.motcua.dossier.lifecycle.Dossier;

/**
 * A step to be written: takes effect only while the dossier's sequence is still the one before it.
 *
 * @param dossier as it shall stand
 * @param stepSequence the last event that a person caused, this one included
 */
public record StepWrite(Dossier dossier, long stepSequence, EventRow event, Provenance provenance) {}
