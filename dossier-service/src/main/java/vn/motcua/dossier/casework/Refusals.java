package vn.motcua.dossier.casework;

import vn.motcua.dossier.casework.DossierStore.Taken;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.lifecycle.Attempt.Barred;

/** Why the desk did nothing, as callers are told. */
final class Refusals {

    static final String UPLOAD_GONE_VI = "Không có tệp này, tệp đã được dùng hoặc đã hết hạn; hãy tải lên lại.";
    static final String UPLOAD_GONE_EN = "There is no such upload, or it was used, or its time is over; send it again.";

    private Refusals() {}

    /** A file went away between the look and the write: used by another request, or swept. */
    static Problem fileGone() {
        return Problem.of(ProblemType.RULE_VIOLATED).pointer("/documents", UPLOAD_GONE_VI, UPLOAD_GONE_EN);
    }

    static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có hồ sơ này.", "There is no such dossier.");
    }

    static Problem notYours() {
        return Problem.of(ProblemType.FORBIDDEN)
                .detail(
                        "Tài khoản này không được thực hiện bước này trên hồ sơ này.",
                        "This account may not take this step on this dossier.");
    }

    static Problem noTwin() {
        return Problem.of(ProblemType.RULE_VIOLATED)
                .pointer(
                        "/into",
                        "Phải là mã của hồ sơ còn hiệu lực, cùng cơ quan, cùng thủ tục và không phải của người khác.",
                        "The code of a dossier of the same agency and procedure that was not closed and is nobody else's.");
    }

    static Problem noProposal() {
        return Problem.of(ProblemType.RULE_VIOLATED)
                .pointer(
                        "/proposal",
                        "Hồ sơ không có đề nghị số này cho bước này.",
                        "The dossier has no proposal of this number for this step.");
    }

    static Problem keyReused() {
        return Problem.of(ProblemType.KEY_REUSED)
                .detail(
                        "Khóa này đã dùng cho một yêu cầu có nội dung khác; hãy tạo khóa mới.",
                        "The key was used for a request with another content; make a new one.");
    }

    /**
     * Barred: 409 where the dossier stands in the way, 422 with a pointer where the request itself does.
     *
     * @param code of the dossier; null for one that does not exist yet
     */
    static Problem barred(Barred barred, String code) {
        var bar = barred.reason();
        var problem = bar.pointer()
                .map(pointer -> Problem.of(ProblemType.RULE_VIOLATED).pointer(pointer, bar.vi(), bar.en()))
                .orElseGet(() -> Problem.of(ProblemType.BARRED));
        if (code == null) {
            problem.detail(bar.vi(), bar.en());
        } else {
            var status = barred.status();
            problem.detail(
                            "Hồ sơ " + code + ": " + status.vi() + ". " + bar.vi(),
                            "Dossier " + code + " is " + status.en() + ". " + bar.en())
                    .with("dossierStatus", status.name());
        }
        return problem.with("reason", bar.name());
    }

    /**
     * Somebody moved it since the caller looked.
     *
     * @param by the first step that the caller has not seen; null if their tag was never given out
     */
    static Problem stale(String code, long tag, Taken by) {
        var problem = Problem.of(ProblemType.STALE).with("currentETag", "\"" + tag + "\"");
        if (by == null) {
            return problem.detail(
                    "ETag này không phải của hồ sơ " + code + "; hãy đọc lại hồ sơ.",
                    "The ETag is not one of dossier " + code + "; read the dossier again.");
        }
        return problem.detail(
                        "Hồ sơ " + code + " đã thay đổi lúc " + by.at() + " bởi bước " + by.type()
                                + "; hãy đọc lại hồ sơ.",
                        "Dossier " + code + " changed at " + by.at() + " by " + by.type() + "; read it again.")
                .with("staleSince", by.at().toString())
                .with("staleBy", by.type());
    }

    /** @param code null for a dossier that has none yet */
    static Problem busy(String code) {
        return code == null
                ? Problem.of(ProblemType.UNAVAILABLE)
                        .detail("Hệ thống đang bận; xin thử lại.", "The system is busy; try again.")
                : Problem.of(ProblemType.UNAVAILABLE)
                        .detail(
                                "Hồ sơ " + code + " đang được người khác cập nhật; xin thử lại.",
                                "Dossier " + code + " is being moved by others; try again.");
    }
}
