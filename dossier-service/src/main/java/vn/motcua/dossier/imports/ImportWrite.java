package vn.motcua.dossier.imports;

import java.util.List;
import vn.motcua.dossier.casework.EventRow;
import vn.motcua.dossier.casework.PrivatePart;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.DossierCode;

/**
 * A past dossier ready to be written, with all its events.
 *
 * @param digest SHA-256 of the line
 * @param dossier as it stands after the last step
 * @param notes beside each event; null where there is none
 */
record ImportWrite(
        String source,
        String sourceId,
        byte[] digest,
        DossierCode code,
        Dossier dossier,
        PrivatePart part,
        List<EventRow> events,
        List<String> notes,
        String account) {}
