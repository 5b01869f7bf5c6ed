package vn.motcua.dossier.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The acts that lay the forms down, each with its own numbers. */
public enum FormList {
    /** Circular 01/2018/TT-VPCP. */
    TT_01_2018(
            "01/2018/TT-VPCP",
            Form.RECEIPT,
            Form.SUPPLEMENT_REQUEST,
            Form.REFUSAL,
            Form.APOLOGY,
            Form.CONTROL_SLIP,
            Form.REGISTER),
    /** Circular 03/2025/TT-VPCP. */
    TT_03_2025(
            "03/2025/TT-VPCP",
            Form.RECEIPT,
            Form.SUPPLEMENT_REQUEST,
            Form.REFUSAL,
            Form.APOLOGY,
            Form.STOP_NOTICE,
            Form.CONTROL_SLIP,
            Form.REGISTER);

    private final String act;
    private final List<Form> forms;

    FormList(String act, Form... inOrder) {
        this.act = act;
        this.forms = List.of(inOrder);
    }

    /** The act's own number: {@code 03/2025/TT-VPCP}. */
    public String act() {
        return act;
    }

    /** The list of an act by its own number; empty for one that is not known here. */
    public static Optional<FormList> of(String act) {
        return Arrays.stream(values()).filter(list -> list.act.equals(act)).findFirst();
    }

    /** The number of a form, two digits; empty where the act has no such form. */
    public Optional<String> numberOf(Form form) {
        return forms.contains(form) ? Optional.of("%02d".formatted(forms.indexOf(form) + 1)) : Optional.empty();
    }
}
