package vn.motcua.dossier.papers.forms;

import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Rights;

/**
 * Whose a paper is: what the applicant gets names them, so it is theirs and of those who may know who they are; the control slip names officers and
 * stays inside with those who work on dossiers. All else is denied.
 */
final class FormRights {

    private FormRights() {}

    static boolean mayHave(Party who, Dossier dossier, Form kind) {
        // Whoever owns a dossier and works here too has, as its owner, no right to what stays inside.
        return kind.isForTheApplicant() ? Rights.maySeeApplicant(who, dossier) : Rights.maySeeWork(who, dossier);
    }

    static boolean mayHaveAny(Party who, Dossier dossier) {
        for (var kind : Form.values()) {
            if (mayHave(who, dossier, kind)) {
                return true;
            }
        }
        return false;
    }
}
