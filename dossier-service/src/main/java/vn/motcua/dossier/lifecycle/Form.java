package vn.motcua.dossier.lifecycle;

/**
 * The papers that the law has a form for; {@link Fact#form} says which goes with what. Source: Circular 01/2018/TT-VPCP and Circular 03/2025/TT-VPCP,
 * lists of forms.
 */
public enum Form {
    /** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
    RECEIPT,
    /** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
    SUPPLEMENT_REQUEST,
    /** Phiếu từ chối tiếp nhận, giải quyết hồ sơ. */
    REFUSAL,
    /** Phiếu xin lỗi và hẹn lại ngày trả kết quả; since Circular 03/2025: Văn bản xin lỗi và đề nghị gia hạn. */
    APOLOGY,
    /** Thông báo dừng giải quyết hồ sơ. */
    STOP_NOTICE,
    /** Phiếu kiểm soát quá trình giải quyết hồ sơ: travels with the dossier, never to the applicant. */
    CONTROL_SLIP,
    /** Sổ theo dõi hồ sơ: the agency's, of all its dossiers. */
    REGISTER;

    /** Whether the applicant gets it. Exhaustive: a new paper says whose it is. */
    public boolean isForTheApplicant() {
        return switch (this) {
            case RECEIPT, SUPPLEMENT_REQUEST, REFUSAL, APOLOGY, STOP_NOTICE -> true;
            case CONTROL_SLIP, REGISTER -> false;
        };
    }
}
