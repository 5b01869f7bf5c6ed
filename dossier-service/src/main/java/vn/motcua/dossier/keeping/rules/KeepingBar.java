package vn.motcua.dossier.keeping.rules;

/** Why a dossier cannot be destroyed. */
public enum KeepingBar {
    DESTROYED("đã được tiêu hủy; không còn gì để tiêu hủy.", "was destroyed before; nothing is left to destroy."),
    NOT_CLOSED("chưa kết thúc; chỉ tiêu hủy hồ sơ đã kết thúc.", "is not closed; only closed ones are destroyed."),
    MASTERED_ELSEWHERE(
            "do hệ thống của bộ, ngành quản lý; việc bảo quản và tiêu hủy do nơi đó quyết định.",
            "is mastered by a system of a ministry, which decides on its keeping."),
    HELD(
            "đang bị giữ lại theo yêu cầu pháp lý; lãnh đạo cần dỡ lệnh giữ trước.",
            "is under a legal hold; a leader has to lift it first."),
    NO_RULE(
            "chưa có thời hạn bảo quản cho lĩnh vực này; cần bổ sung vào bảng thời hạn bảo quản.",
            "has no rule of keeping for its sector; add one to the schedule."),
    PERMANENT("được bảo quản vĩnh viễn; không được tiêu hủy.", "is kept for ever and never destroyed."),
    NOT_RUN_OUT("chưa hết thời hạn bảo quản.", "is still to be kept."),
    MONEY_OPEN(
            "còn khoản tiền chưa giải quyết; thu ngân cần hoàn trả hoặc kết thúc khoản đó trước.",
            "has money that is due back or unexplained; the cashier closes that first."),
    NOT_HANDED_OVER(
            "chưa được giao nộp cho lưu trữ; cần giao nộp gói lưu trữ trước.",
            "has not been taken over by the archive; hand its package over first."),
    HANDED_OVER_OUTDATED(
            "đã thay đổi sau khi giao nộp cho lưu trữ; cần giao nộp lại gói mới.",
            "has changed since the archive took it over; hand a new package over."),
    ORDERED_ALREADY(
            "đã có trong một lệnh tiêu hủy khác đang thực hiện.",
            "stands in another order of destruction that is open.");

    private final String vi;
    private final String en;

    KeepingBar(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    /** What follows "Hồ sơ {mã}". */
    public String vi() {
        return vi;
    }

    /** What follows "Dossier {code}". */
    public String en() {
        return en;
    }
}
