package vn.motcua.dossier.papers.access;

import java.util.Arrays;
import java.util.stream.Collectors;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.Role;

/** What somebody reads a paper for, as they say. Words of a list: nobody writes a name here. */
public enum Purpose {
    /** One's own dossier. */
    OWN,
    /** Handling the dossier. */
    CASEWORK,
    /** An inspection of the agency. */
    INSPECTION,
    /** Answering a complaint or a report. */
    COMPLAINT,
    /** Keeping, handing over, destroying. */
    ARCHIVE;

    /** The header in which callers say it. */
    public static final String HEADER = "X-Access-Purpose";

    /** What they said; who says nothing reads their own dossier as a citizen, and handles it otherwise. 400 for any other word. */
    static Purpose of(String said, Caller caller) {
        if (said == null) {
            return caller.is(Role.CITIZEN) && caller.agency() == null ? OWN : CASEWORK;
        }
        return Arrays.stream(values())
                .filter(each -> each.name().equals(said))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.MALFORMED)
                        .header(HEADER, "Một trong: " + all() + ".", "One of: " + all() + "."));
    }

    private static String all() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
