package vn.motcua.dossier.imports;

import vn.motcua.dossier.casework.EventRow;
import vn.motcua.dossier.casework.PrivatePart;
import vn.motcua.dossier.lifecycle.Dossier;

/**
 * A reported fact ready to be written.
 *
 * @param digest SHA-256 of the line
 * @param dossier as it is said to stand after the fact
 * @param part for the first fact of a dossier, which creates it; null for the others
 * @param counted whether the code's number is one that would be given out here: then it is not given out again
 */
record MirrorWrite(
        String source,
        String sourceId,
        String factId,
        byte[] digest,
        Dossier dossier,
        PrivatePart part,
        boolean counted,
        EventRow event,
        String account) {}
