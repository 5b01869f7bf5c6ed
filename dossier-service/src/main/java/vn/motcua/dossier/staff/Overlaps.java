package vn.motcua.dossier.staff;

import java.util.Comparator;
import java.util.List;
import vn.motcua.dossier.staff.roster.Absence;

/** Whether absences share a day, before the database is asked: so that a caller is told without an error there. */
final class Overlaps {

    private Overlaps() {}

    static boolean share(Absence one, Absence other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }

    static boolean any(List<Absence> absences) {
        var ordered =
                absences.stream().sorted(Comparator.comparing(Absence::from)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (share(ordered.get(i - 1), ordered.get(i))) {
                return true;
            }
        }
        return false;
    }
}
