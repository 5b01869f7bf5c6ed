package vn.motcua.dossier.feedback;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;

/** What callers write, checked; everything that is wrong is told at once. */
final class Written {

    static final int LONGEST_AUTHOR = 200;
    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_NOTE = 2_000;

    private record Fault(ProblemType type, String pointer, String vi, String en) {}

    private final List<Fault> faults = new ArrayList<>();

    /** A text that has to be there. */
    String text(String pointer, String given, int longest) {
        var text = optional(pointer, given, longest);
        if (given == null || given.isBlank()) {
            faults.add(new Fault(ProblemType.RULE_VIOLATED, pointer, "Cần có nội dung.", "A text is needed."));
        }
        return text;
    }

    /** A text, or null where there is none. */
    String optional(String pointer, String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var text = given.strip();
        if (text.length() > longest) {
            faults.add(new Fault(
                    ProblemType.RULE_VIOLATED,
                    pointer,
                    "Không quá " + longest + " ký tự.",
                    "At most " + longest + " characters."));
        } else if (text.chars().anyMatch(one -> one < ' ' && one != '\n' && one != '\r' && one != '\t')) {
            faults.add(new Fault(
                    ProblemType.RULE_VIOLATED, pointer, "Có ký tự điều khiển.", "It has control characters."));
        }
        return text;
    }

    /** Something that has to be there. */
    <T> T present(String pointer, T given) {
        if (given == null) {
            faults.add(new Fault(ProblemType.RULE_VIOLATED, pointer, "Cần có giá trị.", "A value is needed."));
        }
        return given;
    }

    int score(String pointer, Integer given) {
        if (given == null || given < 1 || given > 5) {
            faults.add(new Fault(
                    ProblemType.RULE_VIOLATED, pointer, "Cần điểm từ 1 đến 5.", "A score from 1 to 5 is needed."));
            return 0;
        }
        return given;
    }

    String agency(String pointer, String code, Catalogue catalogue) {
        if (present(pointer, code) != null && catalogue.agency(code).isEmpty()) {
            faults.add(new Fault(
                    ProblemType.UNKNOWN_CODE,
                    pointer,
                    "Mã cơ quan không có trong danh mục.",
                    "The agency is not in the catalogue."));
        }
        return code;
    }

    /** A reason of the catalogue for this purpose. */
    String reason(String pointer, String code, String purpose, Catalogue catalogue) {
        if (present(pointer, code) == null) {
            return null;
        }
        var known = catalogue.reason(code);
        if (known.isEmpty()) {
            faults.add(new Fault(
                    ProblemType.UNKNOWN_CODE,
                    pointer,
                    "Lý do không có trong danh mục.",
                    "The reason is not in the catalogue."));
        } else if (!purpose.equals(known.get().purpose())) {
            rule(pointer, "Lý do này không dùng cho bước này.", "This reason is not for this step.");
        }
        return code;
    }

    String procedure(String pointer, String code, Catalogue catalogue) {
        if (code != null
                && catalogue.procedures().stream().noneMatch(one -> one.code().equals(code))) {
            faults.add(new Fault(
                    ProblemType.UNKNOWN_CODE,
                    pointer,
                    "Mã thủ tục không có trong danh mục.",
                    "The procedure is not in the catalogue."));
        }
        return code;
    }

    void rule(String pointer, String vi, String en) {
        faults.add(new Fault(ProblemType.RULE_VIOLATED, pointer, vi, en));
    }

    boolean isFine() {
        return faults.isEmpty();
    }

    /** The first fault in one line. Holds no value that was sent. */
    String first() {
        return faults.get(0).pointer() + ": " + faults.get(0).en();
    }

    /** @throws Problem 422 if anything is wrong: {@code unknown-code} if that is all, else {@code rule-violated} */
    void raise() {
        if (isFine()) {
            return;
        }
        var codesOnly = faults.stream().allMatch(fault -> fault.type() == ProblemType.UNKNOWN_CODE);
        var problem = Problem.of(codesOnly ? ProblemType.UNKNOWN_CODE : ProblemType.RULE_VIOLATED);
        faults.forEach(fault -> problem.pointer(fault.pointer(), fault.vi(), fault.en()));
        throw problem;
    }
}
