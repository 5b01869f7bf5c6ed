package vn.motcua.dossier.casework;

import java.time.Instant;
import java.util.UUID;
import vn.motcua.dossier.casework.FilingStore.Known;
import vn.motcua.dossier.lifecycle.Document;
import vn.motcua.dossier.lifecycle.Dossier;

/**
 * A paper that lies in a dossier already.
 *
 * @param component code of the component of that dossier's procedure; null beside the list, and for a result
 * @param result whether it is the result of that dossier
 * @param in the dossier that it is in, as it stands
 * @param idNumber of that dossier's owner; null if not given, or erased
 */
record EarlierPaper(
        UUID id,
        String component,
        Document.Kind kind,
        boolean result,
        Known file,
        Instant filedAt,
        Dossier in,
        String idNumber) {
    @Override
    public String toString() {
        return "EarlierPaper[" + id + "]";
    }
}
