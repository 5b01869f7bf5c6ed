package vn.motcua.dossier.feedback;

import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.feedback.course.Attempt.Barred;

/** Why the desk did nothing, as callers are told. */
final class Refusals {

    private Refusals() {}

    static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND)
                .detail("Không có phản ánh, kiến nghị này.", "There is no such feedback.");
    }

    static Problem notYours() {
        return Problem.of(ProblemType.FORBIDDEN)
                .detail(
                        "Tài khoản này không được thực hiện bước này trên phản ánh, kiến nghị này.",
                        "This account may not take this step on this feedback.");
    }

    static Problem notYourAgency(String parameter) {
        return Problem.of(ProblemType.FORBIDDEN)
                .parameter(parameter, "Không thuộc cơ quan của bạn.", "Not an agency of yours.");
    }

    static Problem keyReused() {
        return Problem.of(ProblemType.KEY_REUSED)
                .detail(
                        "Khóa này đã dùng cho một yêu cầu có nội dung khác; hãy tạo khóa mới.",
                        "The key was used for a request with another content; make a new one.");
    }

    static Problem emptyBody() {
        return Problem.of(ProblemType.MALFORMED)
                .pointer("", "Thiếu nội dung; ít nhất là {}.", "The body is missing; at least {}.");
    }

    /** 409 where the feedback stands in the way, 422 with a pointer where the request itself does. */
    static Problem barred(Barred barred) {
        var bar = barred.reason();
        return bar.pointer()
                .map(pointer -> Problem.of(ProblemType.RULE_VIOLATED).pointer(pointer, bar.vi(), bar.en()))
                .orElseGet(() -> Problem.of(ProblemType.BARRED))
                .detail(
                        "Phản ánh, kiến nghị " + barred.status().vi() + ". " + bar.vi(),
                        "The feedback is " + barred.status().en() + ". " + bar.en())
                .with("feedbackStatus", barred.status().name())
                .with("reason", bar.name());
    }

    /** Somebody moved it since the caller looked. */
    static Problem stale(long tag) {
        return Problem.of(ProblemType.STALE)
                .detail("Phản ánh, kiến nghị đã thay đổi; hãy đọc lại.", "The feedback has changed; read it again.")
                .with("currentETag", "\"" + tag + "\"");
    }

    static Problem busy() {
        return Problem.of(ProblemType.UNAVAILABLE)
                .detail(
                        "Phản ánh, kiến nghị đang được người khác cập nhật; xin thử lại.",
                        "Others are moving it; try again.");
    }
}
