package vn.motcua.dossier.staff;

import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** What callers of the staff list are told. */
final class StaffProblems {

    private StaffProblems() {}

    /** The same for what does not exist and what is not theirs. */
    static Problem notFound() {
        return Problem.of(ProblemType.NOT_FOUND).detail("Không có trong danh sách.", "It is not in the list.");
    }

    static Problem notYourUnit(String parameter) {
        return Problem.of(ProblemType.FORBIDDEN)
                .parameter(parameter, "Không thuộc đơn vị của bạn.", "Not a unit of yours.");
    }

    static Problem notYours() {
        return Problem.of(ProblemType.FORBIDDEN)
                .detail("Tài khoản này không được làm việc này.", "This account may not do this.");
    }

    static Problem rule(String pointer, String vietnamese, String english) {
        return Problem.of(ProblemType.RULE_VIOLATED).pointer(pointer, vietnamese, english);
    }

    static Problem unknown(String pointer, String vietnamese, String english) {
        return Problem.of(ProblemType.UNKNOWN_CODE).pointer(pointer, vietnamese, english);
    }

    static Problem required(String pointer) {
        return rule(pointer, "Bắt buộc.", "This is required.");
    }

    static Problem keyReused() {
        return Problem.of(ProblemType.KEY_REUSED)
                .detail(
                        "Khóa này đã dùng cho một yêu cầu khác; hãy tạo khóa mới.",
                        "The key was used for another request; make a new one.");
    }

    static Problem emptyBody() {
        return Problem.of(ProblemType.MALFORMED).pointer("", "Thiếu nội dung yêu cầu.", "The body is missing.");
    }
}
