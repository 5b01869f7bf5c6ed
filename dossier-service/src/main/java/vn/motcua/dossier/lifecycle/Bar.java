package vn.motcua.dossier.lifecycle;

import java.util.Optional;

/**
 * Why a step is not possible, in sentences that an officer can read and act on. Some lie in how the dossier stands, some in what was asked
 * for; the latter name the field at fault.
 */
public enum Bar {
    // How the dossier stands.
    REFUSED_FOR_GOOD(
            "Hồ sơ không được tiếp nhận và đã kết thúc; người nộp cần nộp hồ sơ mới.",
            "The dossier was refused and is closed; the applicant files a new one."),
    WITHDRAWN_FOR_GOOD(
            "Hồ sơ đã được rút và đã kết thúc; người nộp cần nộp hồ sơ mới nếu muốn làm lại.",
            "The dossier was withdrawn and is closed; to start again the applicant files a new one."),
    RETURNED_FOR_GOOD(
            "Kết quả đã được trả, hồ sơ đã kết thúc.", "The result has been handed over; the dossier is closed."),
    STOPPED(
            "Hồ sơ đã dừng xử lý; lãnh đạo cần cho tiếp tục trước.",
            "Processing was stopped; the leader has to let it go on first."),
    NOT_ACCEPTED_YET(
            "Hồ sơ chưa được tiếp nhận; Bộ phận Một cửa cần tiếp nhận hoặc từ chối trước.",
            "The dossier has not been accepted; the one-stop shop accepts or refuses it first."),
    ALREADY_ACCEPTED(
            "Hồ sơ đã được tiếp nhận; bước này chỉ dành cho hồ sơ mới đăng ký.",
            "The dossier has been accepted; this step is for new ones only."),
    ALREADY_PROCESSING("Hồ sơ đang được xử lý.", "The dossier is being processed already."),
    PAUSED_FOR_PAPERS(
            "Hồ sơ đang chờ bổ sung giấy tờ; cần xác nhận bổ sung đầy đủ trước.",
            "The dossier waits for papers; confirm that they are complete first."),
    PAUSED_FOR_PAYMENT(
            "Hồ sơ đang chờ thực hiện nghĩa vụ tài chính; cần xác nhận thanh toán trước.",
            "The dossier waits for a payment; confirm the payment first."),
    ALREADY_COMPLETED(
            "Hồ sơ đã xử lý xong; bước tiếp theo là trả kết quả.",
            "Processing has ended; the next step is to hand over the result."),
    NO_RESULT_YET(
            "Hồ sơ chưa có kết quả; cần hoàn thành xử lý trước khi trả.",
            "There is no result yet; processing has to be completed first."),
    NOT_IMMEDIATE(
            "Thủ tục này không trả kết quả ngay; cần chuyển xử lý trước khi hoàn thành.",
            "This procedure does not give its result at once; start processing before completing it."),
    // Who may do it as the dossier stands.
    ONE_STOP_CONFIRMS(
            "Hồ sơ đã được tiếp nhận; đề nghị rút tại Bộ phận Một cửa để được xác nhận.",
            "The dossier has been accepted; ask the one-stop shop, which confirms the withdrawal."),
    APPLICANT_WITHDRAWS(
            "Trước khi tiếp nhận, chỉ người nộp mới rút được hồ sơ; cơ quan có thể từ chối tiếp nhận.",
            "Before acceptance only the applicant can withdraw; the agency may refuse the dossier."),
    LEADER_SIGNS(
            "Kết quả phải do lãnh đạo ký; đề nghị trình lãnh đạo.",
            "The leader signs the result; submit it for signature."),
    OTHER_ROLE("Bước này không thuộc nhiệm vụ của vai trò này.", "This step is not for this role."),
    // What was asked for.
    NOT_ONLINE(
            "Thủ tục này không nhận hồ sơ trực tuyến; đề nghị nộp tại Bộ phận Một cửa hoặc qua bưu chính.",
            "This procedure is not open online; hand the dossier in at the one-stop shop or by post.",
            "/procedure"),
    NOT_COMPETENT(
            "Cơ quan này không có thẩm quyền giải quyết thủ tục này.",
            "This agency is not competent for this procedure.",
            "/agency"),
    WRONG_CHANNEL(
            "Hồ sơ trực tuyến do công dân nộp; tại quầy hoặc qua bưu chính do cán bộ một cửa tiếp nhận.",
            "Online dossiers are submitted by the citizen; the one-stop officer takes in those at the counter or by post.",
            "/channel"),
    REASON_MISSING("Phải nêu lý do.", "A reason has to be given.", "/reason"),
    RESULT_MISSING("Phải có số kết quả kèm theo.", "The reference of the result has to be given.", "/resultReference"),
    IDENTITY_NOT_CHECKED(
            "Phải kiểm tra giấy tờ tùy thân hoặc giấy ủy quyền trước khi trả kết quả.",
            "Identity or authorisation has to be checked before the result is handed over.",
            "/identityChecked"),
    NOT_ASKED_BY_POST(
            "Người nộp không đăng ký nhận kết quả qua bưu chính.",
            "The applicant did not ask for the result by post.",
            "/via"),
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

    /** The official sentence. */
    public String vi() {
        return vi;
    }

    /** A translation for readers. */
    public String en() {
        return en;
    }

    /** JSON pointer to what was asked wrongly; empty where the dossier itself stands in the way. */
    public Optional<String> pointer() {
        return Optional.ofNullable(pointer);
    }

    /** Why no transition leads from this status by this step. Exhaustive: a new status says why it bars. */
    static Bar of(DossierStatus status, Step step) {
        return switch (status) {
            case SUBMITTED -> step == Step.RETURN ? NO_RESULT_YET : NOT_ACCEPTED_YET;
            case ACCEPTED -> step == Step.RETURN ? NO_RESULT_YET : ALREADY_ACCEPTED;
            case PROCESSING ->
                switch (step) {
                    case RETURN -> NO_RESULT_YET;
                    case PROCESSING -> ALREADY_PROCESSING;
                    default -> ALREADY_ACCEPTED;
                };
            case SUPPLEMENT_REQUIRED -> PAUSED_FOR_PAPERS;
            case PAYMENT_REQUIRED -> PAUSED_FOR_PAYMENT;
            case STOPPED -> STOPPED;
            case COMPLETED -> ALREADY_COMPLETED;
            case REFUSED -> REFUSED_FOR_GOOD;
            case WITHDRAWN -> WITHDRAWN_FOR_GOOD;
            case RETURNED -> RETURNED_FOR_GOOD;
        };
    }
}
