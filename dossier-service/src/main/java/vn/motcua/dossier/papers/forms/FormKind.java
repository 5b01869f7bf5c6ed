package vn.motcua.dossier.papers.forms;

/** The papers that the law has a form for and that belong to one dossier. Source: Circular 01/2018/TT-VPCP and Circular 03/2025/TT-VPCP, lists of forms. */
public enum FormKind {
    /** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
    RECEIPT,
    /** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
    SUPPLEMENT_REQUEST,
    /** Phiếu từ chối tiếp nhận, giải quyết hồ sơ. */
    REFUSAL,
    /** Phiếu xin lỗi và hẹn lại ngày trả kết quả; from 2025 Văn bản xin lỗi và đề nghị gia hạn. */
    APOLOGY,
    /** Thông báo dừng giải quyết hồ sơ; since 2025. */
    STOP_NOTICE,
    /** Phiếu kiểm soát quá trình giải quyết hồ sơ: travels with the dossier, never to the applicant. */
    CONTROL_SLIP;

    /** Whether the applicant gets it. Exhaustive: a new paper says whose it is. */
    public boolean isForTheApplicant() {
        return switch (this) {
            case RECEIPT, SUPPLEMENT_REQUEST, REFUSAL, APOLOGY, STOP_NOTICE -> true;
            case CONTROL_SLIP -> false;
        };
    }
}
