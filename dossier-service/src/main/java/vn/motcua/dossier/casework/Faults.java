package vn.motcua.dossier.casework;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** Everything that is wrong with a request's content, gathered so that whoever mends it mends it once. At most {@value #MOST} are told. */
public final class Faults {

    private static final int MOST = 20;

    private record Fault(ProblemType type, String pointer, String vi, String en) {}

    private final List<Fault> found = new ArrayList<>();

    /** A value that breaks a rule. */
    public void rule(String pointer, String vi, String en) {
        found.add(new Fault(ProblemType.RULE_VIOLATED, pointer, vi, en));
    }

    /** A code that is not in the catalogue. */
    public void unknown(String pointer, String vi, String en) {
        found.add(new Fault(ProblemType.UNKNOWN_CODE, pointer, vi, en));
    }

    public boolean none() {
        return found.isEmpty();
    }

    /** @throws Problem 422 if anything was found: {@code unknown-code} if that is all, else {@code rule-violated} */
    public void raise() {
        if (found.isEmpty()) {
            return;
        }
        var onlyCodes = found.stream().allMatch(fault -> fault.type() == ProblemType.UNKNOWN_CODE);
        var problem = Problem.of(onlyCodes ? ProblemType.UNKNOWN_CODE : ProblemType.RULE_VIOLATED);
        found.stream().limit(MOST).forEach(fault -> problem.pointer(fault.pointer(), fault.vi(), fault.en()));
        throw problem;
    }

    /** The first fault in one line, for the answer to an import line. Holds no value that was sent. */
    public String first() {
        return found.get(0).pointer() + ": " + found.get(0).en();
    }
}
