package vn.motcua.dossier.papers.forms;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.lifecycle.FormList;
import vn.motcua.dossier.lifecycle.LegalRules;

/** What stands on the forms of a circular: titles and signs. Which circular, and its numbers, is the law's to say. */
enum Circular {
    OF_2018(FormList.TT_01_2018),
    OF_2025(FormList.TT_03_2025);

    static final String REGISTER_TITLE = "SỔ THEO DÕI HỒ SƠ";

    /**
     * One form.
     *
     * @param number within the circular
     * @param sign stands behind a paper's number; null where the paper has none
     */
    record Wording(String number, String title, String sign) {}

    private final FormList list;
    private final Map<Form, Wording> forms = new EnumMap<>(Form.class);

    Circular(FormList list) {
        this.list = list;
    }

    // The titles stand in both circulars' lists; the signs are those of the forms of 2018, from memory, until somebody
    // has the text at hand: see LEGAL.md.
    static {
        for (Circular each : values()) {
            each.has(Form.RECEIPT, "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "TNHS");
            each.has(Form.SUPPLEMENT_REQUEST, "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "HDHS");
            each.has(Form.REFUSAL, "PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ", "TCHS");
            each.has(Form.CONTROL_SLIP, "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", null);
        }
        OF_2018.has(Form.APOLOGY, "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "PXL");
        OF_2025.has(Form.APOLOGY, "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN", "VBXL");
        OF_2025.has(Form.STOP_NOTICE, "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "TBD");
    }

    private void has(Form kind, String title, String sign) {
        forms.put(kind, new Wording(number(kind), title, sign));
    }

    /**
     * The one that a paper follows: that which its fact names, so that the paper says what the history says, else the one of the fact's day.
     *
     * @param entry that gives rise to the paper
     */
    static Circular of(CaseFile.Entry entry, Form kind, LegalRules rules) {
        var named = entry.event().form();
        return of(Optional.ofNullable(named == null ? null : named.act())
                .flatMap(FormList::of)
                .filter(list -> list.numberOf(kind).isPresent())
                .orElseGet(() -> rules.forms().on(entry.time()).list()));
    }

    /** Exhaustive: a new act says what stands on its forms. */
    static Circular of(FormList list) {
        return switch (list) {
            case TT_01_2018 -> OF_2018;
            case TT_03_2025 -> OF_2025;
        };
    }

    /** @throws IllegalArgumentException where this circular has no such form */
    Wording form(Form kind) {
        var form = forms.get(kind);
        if (form == null) {
            throw new IllegalArgumentException("Circular " + list.act() + " has no form " + kind);
        }
        return form;
    }

    /** What stands in the upper corner of a form. */
    String corner(String number) {
        return "Mẫu số " + number + " – Thông tư số " + list.act();
    }

    /** What stands in the upper corner of the register. */
    String registerCorner() {
        return corner(number(Form.REGISTER));
    }

    private String number(Form form) {
        return list.numberOf(form)
                .orElseThrow(() -> new IllegalStateException("Circular " + list.act() + " has no number for " + form));
    }
}
