package vn.motcua.dossier.edge;

/**
 * Every way in which a request can fail, as callers see it. The URN and the status never change; the titles may be
 * worded better.
 */
public enum ProblemType {
    MALFORMED(400, "malformed", "Yêu cầu không đúng định dạng", "The request is malformed"),
    UNKNOWN_FIELD(400, "unknown-field", "Yêu cầu có trường lạ", "The request has an unknown field"),
    WRONG_TYPE(400, "wrong-type", "Giá trị không đúng kiểu", "A value has the wrong type"),
    KEY_MISSING(
            400, "key-missing", "Thiếu khóa chống gửi lặp (Idempotency-Key)", "The Idempotency-Key header is missing"),
    UNAUTHENTICATED(
            401, "unauthenticated", "Chưa đăng nhập hoặc thẻ truy cập không hợp lệ", "There is no valid access token"),
    FORBIDDEN(403, "forbidden", "Không có quyền thực hiện việc này", "You may not do this"),
    NOT_FOUND(404, "not-found", "Không tìm thấy", "Not found"),
    METHOD_NOT_ALLOWED(
            405,
            "method-not-allowed",
            "Địa chỉ này không nhận phương thức đã dùng",
            "This address does not take the method"),
    NOT_ACCEPTABLE(
            406, "not-acceptable", "Không có dạng trả lời được yêu cầu", "The answer does not exist in the form asked"),
    BARRED(409, "barred", "Bước này chưa được phép thực hiện", "This step is barred"),
    STALE(412, "stale", "Dữ liệu đã thay đổi kể từ lần đọc trước", "It has changed since you read it"),
    TOO_LARGE(413, "too-large", "Yêu cầu quá lớn", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            415, "unsupported-media-type", "Không nhận loại nội dung này", "This type of content is not taken"),
    RULE_VIOLATED(422, "rule-violated", "Nội dung không đúng quy định", "The content violates a rule"),
    UNKNOWN_CODE(422, "unknown-code", "Mã không có trong danh mục", "A code is not in the catalogue"),
    KEY_REUSED(
            422,
            "key-reused",
            "Khóa chống gửi lặp đã dùng cho yêu cầu khác",
            "The Idempotency-Key was used for another request"),
    PRECONDITION_REQUIRED(428, "precondition-required", "Thiếu điều kiện If-Match", "The If-Match header is required"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Quá nhiều yêu cầu, xin thử lại sau", "Too many requests"),
    INTERNAL(500, "internal", "Hệ thống gặp lỗi", "An internal error"),
    CALENDAR_NOT_PUBLISHED(
            503,
            "calendar-not-published",
            "Lịch làm việc của năm chưa được công bố",
            "The working calendar of the year is not published"),
    UNAVAILABLE(503, "unavailable", "Hệ thống tạm thời chưa phục vụ được", "Temporarily unavailable");

    private final int status;
    private final String slug;
    private final String vietnamese;
    private final String english;

    ProblemType(int status, String slug, String vietnamese, String english) {
        this.status = status;
        this.slug = slug;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The stable name that clients branch on: {@code urn:motcua:problem:stale}. */
    public String urn() {
        return "urn:motcua:problem:" + slug;
    }

    /** The HTTP status, always the same for a type. */
    public int status() {
        return status;
    }

    /** A short title in the language of the caller. */
    public String title(Language language) {
        return language.pick(vietnamese, english);
    }

    String slug() {
        return slug;
    }

    /** The type that stands for a bare HTTP status; other 4xx count as malformed, everything else as internal. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> BARRED;
            case 412 -> STALE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> RULE_VIOLATED;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? MALFORMED : INTERNAL;
        };
    }
}
