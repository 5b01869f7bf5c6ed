package vn.motcua.dossier.imports;

import vn.motcua.dossier.lifecycle.DossierCode;
import vn.motcua.dossier.lifecycle.Matter;

/** Dossiers that bear a number which their agency's own counter did not give out, in this form: a ministry's, or one of the earlier scheme. */
final class OthersNumbers {

    private OthersNumbers() {}

    /** In whose register it stands beside the number's own: the agency's that took it in. Null where the code says so itself, as nearly always. */
    static String registeredBy(DossierCode code, Matter matter) {
        return code.agency().equals(matter.agency()) ? null : matter.agency();
    }
}
