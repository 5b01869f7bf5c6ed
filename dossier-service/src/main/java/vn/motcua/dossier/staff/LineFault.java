package vn.motcua.dossier.staff;

/** Why a line was refused. The words never change; the sentences quote nothing of the line. */
enum LineFault {
    NOT_CSV("Dòng không đúng dạng CSV (dấu ngoặc kép).", "The line is not CSV: its quotes do not pair up."),
    WRONG_NUMBER_OF_VALUES(
            "Số giá trị không bằng số cột của dòng đầu.", "It has not as many values as the head has columns."),
    NOT_UTF8("Dòng không phải UTF-8.", "The line is not UTF-8."),
    TOO_LONG("Dòng quá dài.", "The line is too long."),
    TOO_MANY_LINES("Quá nhiều dòng.", "There are too many lines."),
    ACCOUNT(
            "account: 1 đến 128 chữ cái không dấu, chữ số và . _ @ : + ~ = -",
            "account: 1 to 128 letters without diacritics, digits and . _ @ : + ~ = -"),
    NAME("name: 1 đến 120 ký tự.", "name: 1 to 120 characters."),
    UNKNOWN_UNIT("unit: không có trong danh mục cơ quan.", "unit: not in the catalogue of agencies."),
    NOT_YOUR_UNIT(
            "Đơn vị, hoặc đơn vị trước đó của người này, không thuộc phạm vi của bạn.",
            "The unit, or the one that the person comes from, is not within what you administer."),
    POSITION(
            "position: 1 đến 32 chữ hoa không dấu, chữ số và . _ -",
            "position: 1 to 32 capitals without diacritics, digits and . _ -"),
    POSITION_NAME("position_vi, position_en: tối đa 120 ký tự.", "position_vi, position_en: at most 120 characters."),
    ROLES(
            "roles: một hoặc nhiều trong reception, officer, leader, clerk.",
            "roles: one or more of reception, officer, leader, clerk."),
    VALID_FROM(
            "valid_from: ngày như 2022-07-01 hoặc 01/07/2022.", "valid_from: a day such as 2022-07-01 or 01/07/2022."),
    VALID_TO(
            "valid_to: để trống, hoặc ngày không trước valid_from.",
            "valid_to: nothing, or a day not before valid_from."),
    OVERLAPS(
            "Người này đã giữ một vị trí khác trong cùng thời gian.",
            "The person holds another post at the same time."),
    FAILED("Chưa ghi được; hãy nhập lại tệp.", "It could not be written; import the file again.");

    private final String vi;
    private final String en;

    LineFault(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    String vi() {
        return vi;
    }

    String en() {
        return en;
    }
}
