package vn.motcua.dossier.feedback.course;

import java.util.Optional;

/** Why a step is not possible, in sentences that an official can read and act on. */
public enum Bar {
    NOT_CLASSIFIED_YET("Cần phân loại phản ánh, kiến nghị trước.", "It has to be classified first."),
    CLASSIFIED_ALREADY(
            "Phản ánh, kiến nghị đã được phân loại và đang được xử lý.",
            "It was classified already and is being handled."),
    WAITS_FOR_AUTHOR(
            "Đang chờ người gửi bổ sung thông tin; khi có bổ sung thì xử lý tiếp.",
            "It waits for more from its author; it goes on when that comes."),
    NOTHING_ASKED("Không có yêu cầu bổ sung thông tin nào đang chờ.", "Nothing was asked of its author."),
    NOT_ANSWERED_YET("Cần trả lời trước.", "It has to be answered first."),
    ANSWERED_ALREADY("Phản ánh, kiến nghị đã được trả lời.", "It was answered already."),
    REFUSED_FOR_GOOD("Phản ánh, kiến nghị không được tiếp nhận xử lý và đã kết thúc.", "It was refused and is closed."),
    OTHER_ROLE("Bước này do người có vai trò khác thực hiện.", "Somebody in another role takes this step."),
    ASKED_ALREADY("Chỉ yêu cầu bổ sung thông tin một lần.", "More is asked for once only."),
    TOO_LATE_TO_ASK(
            "Đã quá 05 ngày làm việc kể từ khi đến cơ quan; cần trả lời theo thông tin đã có.",
            "More than 5 working days have passed since it came; answer by what is known."),
    RATED_ALREADY("Đã được đánh giá; chỉ đánh giá một lần.", "It has been rated; it is rated once."),
    NOT_DUE("Chưa quá hạn, hoặc đã được báo quá hạn.", "It is not overdue, or was told to be."),
    SAME_AGENCY("Cơ quan này đang giữ phản ánh, kiến nghị.", "That agency has it already.", "/agency"),
    BEFORE_LAST_STEP(
            "Thời điểm của bước này sớm hơn bước trước đó.", "The step lies before the one that it follows.", "/at");

    private final String vi;
    private final String en;
    private final String pointer;

    Bar(String vi, String en) {
        this(vi, en, null);
    }

    Bar(String vi, String en, String pointer) {
        this.vi = vi;
        this.en = en;
        this.pointer = pointer;
    }

    public String vi() {
        return vi;
    }

    public String en() {
        return en;
    }

    /** JSON pointer to what was asked wrongly; empty where the feedback itself stands in the way. */
    public Optional<String> pointer() {
        return Optional.ofNullable(pointer);
    }

    /** Why a step does not lead from there. Exhaustive: a new status says why it bars. */
    static Bar of(Status status, Step step) {
        return switch (status) {
            case RECEIVED -> step == Step.RATING ? NOT_ANSWERED_YET : NOT_CLASSIFIED_YET;
            case PROCESSING ->
                switch (step) {
                    case SUPPLEMENT -> NOTHING_ASKED;
                    case PUBLICATION, RATING -> NOT_ANSWERED_YET;
                    default -> CLASSIFIED_ALREADY;
                };
            case SUPPLEMENT_REQUIRED -> WAITS_FOR_AUTHOR;
            case ANSWERED, PUBLISHED -> ANSWERED_ALREADY;
            case REFUSED -> REFUSED_FOR_GOOD;
        };
    }
}
