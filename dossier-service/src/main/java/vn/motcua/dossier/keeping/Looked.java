package vn.motcua.dossier.keeping;

import java.util.UUID;
import vn.motcua.dossier.lifecycle.Dossier;

/**
 * A dossier with what is known of its keeping, as of one moment.
 *
 * @param stepSequence of the last event that a person caused: the ETag
 * @param lastHash of its last event
 * @param holds how many legal holds are on it
 * @param handover what the archive took over last; null if nothing
 * @param objects how many files and papers of the store it has
 * @param order that is open and names it; null without one
 */
record Looked(
        Dossier dossier,
        long stepSequence,
        String lastHash,
        long holds,
        Handover handover,
        long objects,
        boolean moneyOpen,
        UUID order) {

    /**
     * A package that the archive took over.
     *
     * @param sha256 {@code sha256:…} of the zip file
     * @param sequence of the last fact in it
     * @param objects how many files and papers are in it
     */
    record Handover(String sha256, String receipt, long sequence, long objects) {}

    /** Whether nothing has happened since that is not in the package. */
    boolean isAsHandedOver() {
        return handover.sequence() == dossier.sequence() && handover.objects() == objects;
    }
}
