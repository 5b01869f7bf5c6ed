package vn.motcua.dossier.papers.forms;

import java.util.EnumMap;
import java.util.Map;

/** Which set of forms a dossier's papers are made by: numbers, titles and signs. A dossier keeps the set of its legal profile. */
enum Circular {
    OF_2018("Thông tư số 01/2018/TT-VPCP", "06", "SỔ THEO DÕI HỒ SƠ"),
    OF_2025("Thông tư số 03/2025/TT-VPCP", "07", "SỔ THEO DÕI HỒ SƠ");

    /**
     * One form.
     *
     * @param number within the circular
     * @param sign stands behind a paper's number; null where the paper has none
     */
    record Form(String number, String title, String sign) {}

    private static final String PROFILE_OF_2018 = "2022";

    private final String name;
    private final String registerNumber;
    private final String registerTitle;
    private final Map<FormKind, Form> forms = new EnumMap<>(FormKind.class);

    Circular(String name, String registerNumber, String registerTitle) {
        this.name = name;
        this.registerNumber = registerNumber;
        this.registerTitle = registerTitle;
    }

    // The titles stand in both circulars' lists; the signs are those of the forms of 2018, from memory, until somebody
    // has the text at hand: see LEGAL.md.
    static {
        for (Circular each : values()) {
            each.forms.put(FormKind.RECEIPT, new Form("01", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "TNHS"));
            each.forms.put(
                    FormKind.SUPPLEMENT_REQUEST, new Form("02", "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "HDHS"));
            each.forms.put(FormKind.REFUSAL, new Form("03", "PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ", "TCHS"));
        }
        OF_2018.forms.put(FormKind.APOLOGY, new Form("04", "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "PXL"));
        OF_2018.forms.put(FormKind.CONTROL_SLIP, new Form("05", "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", null));
        OF_2025.forms.put(FormKind.APOLOGY, new Form("04", "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN", "VBXL"));
        OF_2025.forms.put(FormKind.STOP_NOTICE, new Form("05", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "TBD"));
        OF_2025.forms.put(FormKind.CONTROL_SLIP, new Form("06", "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", null));
    }

    /** By the legal profile that a dossier's events name. */
    static Circular of(String legalProfile) {
        return PROFILE_OF_2018.equals(legalProfile) ? OF_2018 : OF_2025;
    }

    String registerNumber() {
        return registerNumber;
    }

    String registerTitle() {
        return registerTitle;
    }

    /** @throws IllegalArgumentException where this circular has no such form */
    Form form(FormKind kind) {
        var form = forms.get(kind);
        if (form == null) {
            throw new IllegalArgumentException(name + " has no form " + kind);
        }
        return form;
    }

    /** What stands in the upper corner of a form. */
    String corner(String number) {
        return "Mẫu số " + number + " – " + name;
    }
}
