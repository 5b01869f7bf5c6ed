package vn.motcua.dossier.feedback.course;

/** Why feedback is not handled. */
public enum RefusalReason {
    /** A complaint or denunciation: other laws, other ways. */
    COMPLAINT_OR_DENUNCIATION("Nội dung là khiếu nại, tố cáo", "It is a complaint or a denunciation"),
    NOT_ADMINISTRATIVE("Không thuộc quy định hành chính", "It is not about administrative rules"),
    UNCLEAR("Nội dung không rõ ràng", "Nobody can tell what is meant"),
    ALREADY_ANSWERED("Nội dung đã được trả lời", "The same was answered before"),
    NOTHING_MORE_CAME("Không bổ sung thông tin được yêu cầu", "What was asked for never came");

    private final String vi;
    private final String en;

    RefusalReason(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    public String vi() {
        return vi;
    }

    public String en() {
        return en;
    }
}
