package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** What all acts of operators have in common. */
final class Acts {

    /** Longest reason, in characters. */
    static final int LONGEST_REASON = 500;

    private Acts() {}

    /** The act, finished even if whoever asked hangs up; 503 while the database is away. */
    static <T> Uni<T> carriedOut(Uni<T> act) {
        return act.onFailure(Faults::pass)
                .transform(away -> Problem.of(ProblemType.UNAVAILABLE)
                        .detail(
                                "Cơ sở dữ liệu tạm thời chưa sẵn sàng.",
                                "The database is not available at the moment."))
                .memoize()
                .indefinitely();
    }

    /** The reason, which has to be given: 422 without one that can be stored. */
    static String reason(String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST_REASON || given.indexOf('\0') >= 0) {
            throw Problem.of(ProblemType.RULE_VIOLATED)
                    .pointer(
                            "/reason", "Cần nêu lý do, tối đa 500 ký tự.", "A reason is needed, up to 500 characters.");
        }
        return given;
    }
}
