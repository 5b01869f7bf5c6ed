package vn.motcua.dossier.staff;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Columns of the file, in any order, by either name; capitals and spaces do not matter. */
enum StaffColumn {
    ACCOUNT(true, "tài khoản"),
    NAME(true, "họ và tên", "họ tên"),
    UNIT(true, "mã đơn vị", "đơn vị"),
    POSITION(true, "mã chức vụ"),
    POSITION_VI(true, "chức vụ"),
    POSITION_EN(false, "chức vụ (tiếng anh)"),
    ROLES(true, "vai trò"),
    VALID_FROM(true, "từ ngày"),
    VALID_TO(false, "đến ngày");

    private final boolean required;
    private final Set<String> vietnamese;

    StaffColumn(boolean required, String... vietnamese) {
        this.required = required;
        this.vietnamese = Set.of(vietnamese);
    }

    boolean isRequired() {
        return required;
    }

    /** {@code valid_from} */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StaffColumn> of(String head) {
        var asked = Normalizer.normalize(head, Normalizer.Form.NFC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        return Arrays.stream(values())
                .filter(column -> column.word().equals(asked.replace(' ', '_')) || column.vietnamese.contains(asked))
                .findFirst();
    }
}
