package vn.motcua.dossier.casework;

/** Bodies for the API's description; each is sent by a test. */
final class Examples {

    static final String ONLINE = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "ONLINE", "returnMethod": "POST",
             "applicant": {"name": "Nguyễn Thị Hoa", "idNumber": "006190000123", "phone": "0912 345 678", "email": "hoa@example.com",
               "address": {"text": "Tổ 5", "commune": "Phường Đức Xuân", "province": "Bắc Kạn"},
               "notifyBySms": true, "notifyByEmail": true},
             "components": [{"code": "TK", "copies": 1}, {"code": "CCCD", "copies": 1}]}""";

    static final String COUNTER = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam", "phone": "0209 3810 000"},
             "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""";

    static final String REFUSED = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "decision": "REFUSE", "reason": "NOT_COMPETENT"}""";

    static final String TAKEN = "{}";

    static final String REFUSAL = """
            {"reason": "INCOMPLETE", "note": "Thiếu tờ khai có chữ ký"}""";

    static final String WITHDRAWAL = """
            {"note": "Công dân đề nghị rút hồ sơ"}""";

    static final String GRANTED = """
            {"outcome": "GRANTED", "resultReference": "125/LLTP-STP"}""";

    static final String DENIED = """
            {"outcome": "DENIED", "reason": "CONDITIONS_NOT_MET"}""";

    static final String RETURN = """
            {"via": "COUNTER", "identityChecked": true}""";

    private Examples() {}
}
