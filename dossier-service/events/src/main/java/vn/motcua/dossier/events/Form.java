package vn.motcua.dossier.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * The form that goes with a fact, as the circular of the fact's day numbers it; facts before that rule name the one of the dossier's legal profile.
 *
 * @param code which form
 * @param templateNumber the form's number in the act, two digits; null where the act gives it none
 * @param act that lays it down: {@code 01/2018/TT-VPCP}
 */
public record Form(Code code, String templateNumber, String act) {

    /** Which form. */
    public enum Code {
        /** Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
        RECEIPT,
        /** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
        SUPPLEMENT_REQUEST,
        /** Phiếu từ chối tiếp nhận, giải quyết hồ sơ. */
        REFUSAL,
        /** Phiếu xin lỗi và hẹn lại ngày trả kết quả. */
        APOLOGY,
        /** Thông báo dừng giải quyết hồ sơ. */
        STOP_NOTICE,
        /** Phiếu kiểm soát quá trình giải quyết hồ sơ. */
        CONTROL_SLIP,
        /** Sổ theo dõi hồ sơ. */
        REGISTER,
        /** A word that this reader is too old to know. Never written. */
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
