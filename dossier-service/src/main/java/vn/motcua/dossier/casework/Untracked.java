package vn.motcua.dossier.casework;

import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** What anybody is told who tracks: of a code that leads nowhere and of a proof that is not its own in the same words, whatever the reason. */
public final class Untracked {

    private Untracked() {}

    public static Problem problem() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail(
                        "Không có hồ sơ nào mang mã này; xin kiểm tra lại mã trên giấy tiếp nhận.",
                        "No dossier has this code; check it against your slip.");
    }
}
