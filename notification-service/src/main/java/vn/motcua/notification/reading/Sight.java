package vn.motcua.notification.reading;

import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Role;

/**
 * What a caller may see of notices, decided in one place for lists, single notices and steps alike. Officers see none: a dossier that another officer
 * took is not theirs to see, and who took it does not travel with the event.
 *
 * @param all operators see that there is a notice and what became of it, wherever
 * @param agency reception and leaders of the dossier's agency, or of one above it, see also what was said to whom; null for others
 */
record Sight(boolean all, String agency) {

    static Sight of(Caller caller) {
        var staff = caller.is(Role.RECEPTION) || caller.is(Role.LEADER);
        return new Sight(caller.is(Role.OPERATOR), staff ? caller.agency() : null);
    }

    boolean sees(NoticeRow row) {
        return all || seesContent(row);
    }

    boolean seesContent(NoticeRow row) {
        return agency != null && (row.agency.equals(agency) || row.agency.startsWith(agency + "."));
    }
}
