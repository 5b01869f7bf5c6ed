package vn.motcua.dossier.casework;

import java.util.ArrayList;
import java.util.List;

/** Reads what an applicant is told to bring: once, in full. Source: Decree 61/2018, art. 15 §3, 17 §2. */
final class MissingPapers {

    private static final int MOST = 50;
    private static final int LONGEST = 300;

    private MissingPapers() {}

    /** Codes of the procedure's components, or words; whatever is wrong becomes a fault. */
    static List<String> read(List<String> given, Intake intake, Faults faults) {
        var named = new ArrayList<String>();
        if (given == null || given.isEmpty() || given.size() > MOST) {
            faults.rule("/missing", "Từ 1 đến " + MOST + " giấy tờ.", "1 to " + MOST + " papers.");
            return named;
        }
        for (int i = 0; i < given.size(); i++) {
            var place = "/missing/" + i;
            intake.present(place, given.get(i), faults);
            named.add(intake.text(place, given.get(i), LONGEST, faults));
        }
        return named;
    }
}
