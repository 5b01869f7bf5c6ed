package vn.motcua.dossier.events;

/** What can be wrong with a history, in words for people. */
public enum HistoryFault {
    UNREADABLE("không đọc được hoặc thiếu trường", "it cannot be read, or a field is missing"),
    NOT_AS_PUBLISHED(
            "giá trị không được ghi đúng như khi công bố", "a value is not written the way in which it is published"),
    EMPTY("lịch sử không có sự kiện nào", "the history has no fact"),
    SEQUENCE(
            "số thứ tự không liên tục: có sự kiện bị bỏ, thêm hoặc đổi chỗ",
            "the sequence does not go on: a fact was removed, added or moved"),
    OTHER_DOSSIER("sự kiện của hồ sơ khác hoặc nguồn khác", "a fact of another dossier or source"),
    NOT_FOLLOWING("không nối tiếp sự kiện trước", "does not follow from the fact before"),
    NOT_CANONICAL("dữ liệu không ở dạng chuẩn", "the data is not in canonical form"),
    CONTENT("nội dung không khớp mã băm: đã bị sửa", "the content does not have its hash: it was altered"),
    ACTOR("người thực hiện không khớp với dữ liệu", "the actor is not the one in the data"),
    CUT_SHORT("lịch sử dừng trước mã băm đã biết: phần cuối bị cắt", "the history ends before the hash that was given"),
    OTHER_DOSSIER_THAN_THE_SLIPS("giấy của hồ sơ khác", "the paper is of another dossier"),
    NOT_THE_SLIPS(
            "sự kiện ghi trên giấy khác với lịch sử: lịch sử đã bị viết lại",
            "the fact on the paper is not the one in the history: it was written anew"),
    OTHER_HISTORY(
            "lịch sử không phải là lịch sử đã được công bố trong ngày",
            "this is not the history of which the day's root was made"),
    PROOF_OF_ANOTHER("bằng chứng của hồ sơ khác", "the proof is of another dossier"),
    PROOF_BROKEN("bằng chứng không dẫn tới gốc của ngày", "the proof does not lead to the day's root"),
    ROOT_ALTERED("gốc của ngày đã bị sửa", "the day's root was altered"),
    ROOT_OF_ANOTHER("gốc của hệ thống khác", "the root is of another service"),
    ROOT_FORGED(
            "gốc trong bằng chứng khác gốc đã công bố của ngày",
            "the proof's root is not the one that was published for the day"),
    ROOT_MISSING(
            "thiếu gốc đã công bố của ngày trong bằng chứng", "the published root of the proof's day was not given"),
    ROOTS_BROKEN("các gốc không nối tiếp nhau theo ngày", "the roots do not follow each other day by day"),
    PROOF_MISSING("có gốc nhưng thiếu bằng chứng của hồ sơ", "there is a root but no proof of this dossier");

    private final String vietnamese;
    private final String english;

    HistoryFault(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }
}
