package vn.motcua.postal.reading;

import java.util.regex.Pattern;
import vn.motcua.dossier.edge.Caller;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** Who may see and do what: everything of the agency in the token and below it, for get, list and step alike. */
public final class Rights {

    private static final Pattern AGENCY = Pattern.compile("[A-Y]\\d{2}(\\.[A-Z0-9]+)*");
    private static final int LONGEST_CODE = 35;

    private Rights() {}

    /** The agency whose subtree a list is about: the one asked for, or the caller's own. 403 beyond the caller's subtree. */
    public static String scope(Caller caller, String asked) {
        if (asked != null
                && (asked.length() > LONGEST_CODE || !AGENCY.matcher(asked).matches())) {
            throw Problem.of(ProblemType.MALFORMED)
                    .parameter("agency", "Không phải mã cơ quan.", "Not the code of an agency.");
        }
        var scope = asked == null ? caller.agency() : asked;
        require(caller, scope);
        return scope;
    }

    /** 403 unless the agency is the caller's or below it. */
    public static void require(Caller caller, String agency) {
        if (!caller.covers(agency)) {
            throw Problem.of(ProblemType.FORBIDDEN)
                    .detail("Việc này thuộc cơ quan khác.", "This belongs to another agency.");
        }
    }
}
