package vn.motcua.dossier.keeping;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.keeping.rules.KeepingBar;

/** Why nothing was done, as callers are told. */
final class KeepingProblems {

    /** A dossier that cannot be destroyed, and all that bars it. */
    record Barred(UUID dossier, String code, List<KeepingBar> bars) {}

    private static final int MOST = 20;

    private KeepingProblems() {}

    static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có hồ sơ này.", "There is no such dossier.");
    }

    static Problem notYours() {
        return Problem.of(ProblemType.FORBIDDEN)
                .detail(
                        "Tài khoản này không quản lý hồ sơ lưu của cơ quan này.",
                        "This account does not keep the records of this agency.");
    }

    static Problem keyReused() {
        return Problem.of(ProblemType.KEY_REUSED)
                .detail(
                        "Khóa này đã dùng cho một yêu cầu có nội dung khác; hãy tạo khóa mới.",
                        "The key was used for a request with another content; make a new one.");
    }

    static Problem stale(Looked looked) {
        var code = looked.dossier().code();
        return Problem.of(ProblemType.STALE)
                .detail(
                        "Hồ sơ " + code + " đã thay đổi; hãy đọc lại hồ sơ.",
                        "Dossier " + code + " has changed; read it again.")
                .with("currentETag", "\"" + looked.stepSequence() + "\"");
    }

    static Problem busy() {
        return Problem.of(ProblemType.UNAVAILABLE)
                .detail("Hồ sơ đang thay đổi; xin thử lại.", "The dossier is being changed; try again.");
    }

    static Problem barred(String reason, String vi, String en) {
        return Problem.of(ProblemType.BARRED).detail(vi, en).with("reason", reason);
    }

    static Problem barred(KeepingBar bar, String code) {
        return barred(bar.name(), "Hồ sơ " + code + " " + bar.vi(), "Dossier " + code + " " + bar.en());
    }

    /** @param barred at least one; the first gives the reason */
    static Problem barred(List<Barred> barred) {
        var first = barred.get(0);
        return barred(first.bars().get(0), first.code())
                .with(
                        "dossiers",
                        barred.stream()
                                .limit(MOST)
                                .map(one -> Map.of(
                                        "dossier",
                                        one.dossier().toString(),
                                        "code",
                                        one.code(),
                                        "reasons",
                                        one.bars().stream().map(Enum::name).toList()))
                                .toList());
    }
}
