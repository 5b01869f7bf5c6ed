package vn.motcua.dossier.casework;

/** Bodies for the API's description; each is sent by a test. */
final class Examples {

    static final String ONLINE = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "ONLINE", "returnMethod": "POST",
             "applicant": {"name": "Nguyễn Thị Hoa", "idNumber": "006190000123", "phone": "0912 345 678", "email": "hoa@example.com",
               "address": {"text": "Tổ 5", "commune": "Phường Đức Xuân", "province": "Bắc Kạn"},
               "notifyBySms": true, "notifyByEmail": true},
             "components": [{"code": "TK", "copies": 1}, {"code": "CCCD", "copies": 1}]}""";

    static final String AUTHORISED = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam", "idNumber": "006090000456", "notifyBySms": true},
             "authorisedPerson": {"name": "Ma Thị Bình", "idNumber": "006195000789", "phone": "0987 654 321",
               "authorisationReference": "12/2022/GUQ"},
             "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""";

    static final String COUNTER = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam", "phone": "0209 3810 000"},
             "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""";

    static final String FOR_ANOTHER = """
            {"procedure": "1.900101", "agency": "H03.01", "receivingOneStop": "H03", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam", "phone": "0209 3810 000"},
             "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}""";

    static final String OFFLINE = """
            {"number": 1, "receivedAt": "2022-06-08T09:00:00+07:00", "dossier":
             {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
              "applicant": {"name": "Hoàng Văn Nam", "phone": "0209 3810 000"},
              "components": [{"code": "TK", "copies": 1}], "decision": "ACCEPT"}}""";

    static final String REFUSED = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "decision": "REFUSE", "reason": "NOT_COMPETENT"}""";

    static final String INCOMPLETE = """
            {"procedure": "1.900101", "agency": "H03.01", "channel": "COUNTER", "returnMethod": "COUNTER",
             "applicant": {"name": "Hoàng Văn Nam"}, "decision": "REFUSE", "reason": "INCOMPLETE",
             "missing": ["CCCD", "Giấy ủy quyền có công chứng"]}""";

    static final String SCANNED = """
            {"upload": "01814035-3f80-7cc3-98c4-dc0c0c07398f", "component": "CCCD", "kind": "SCANNED", "pages": 2}""";

    static final String RESULT_FILE = """
            {"upload": "01814035-3f80-7cc3-98c4-dc0c0c073990", "kind": "SIGNED", "result": true}""";

    static final String REUSED = """
            {"document": "01814035-3f80-7cc3-98c4-dc0c0c073991", "component": "CCCD"}""";

    static final String REUSABLE = """
            {"items": [{"document": "01814035-3f80-7cc3-98c4-dc0c0c073991", "dossier": "H03.01-220608-0003", "component": "CCCD",
             "names": {"vi": "Giấy tờ tùy thân của người yêu cầu", "en": "Identity paper of the applicant"}, "kind": "SCANNED", "result": false,
             "mediaType": "application/pdf", "bytes": 48213, "filedAt": "2022-06-08T03:10:00Z",
             "href": "/v1/dossiers/01814035-3f80-7cc3-98c4-dc0c0c073992/documents/01814035-3f80-7cc3-98c4-dc0c0c073991"}]}""";

    static final String WITH_FILES = """
            {"procedure": "1.900109", "agency": "H03.01", "channel": "ONLINE", "returnMethod": "ELECTRONIC",
             "applicant": {"name": "Nguyễn Thị Hoa", "phone": "0912 345 678", "notifyBySms": true},
             "documents": [{"upload": "01814035-3f80-7cc3-98c4-dc0c0c07398f", "component": "TK", "kind": "SIGNED"},
               {"upload": "01814035-3f80-7cc3-98c4-dc0c0c073992", "component": "CCCD", "kind": "CERTIFIED_COPY", "pages": 2}]}""";

    static final String TAKEN = "{}";

    static final String REFUSAL = """
            {"reason": "INCOMPLETE", "note": "Thiếu tờ khai có chữ ký"}""";

    static final String WITHDRAWAL = """
            {"reason": "NO_LONGER_NEEDED", "note": "Công dân đề nghị rút hồ sơ"}""";

    static final String GRANTED = """
            {"outcome": "GRANTED", "resultReference": "125/LLTP-STP"}""";

    static final String DENIED = """
            {"outcome": "DENIED", "reason": "CONDITIONS_NOT_MET"}""";

    static final String RETURN = """
            {"via": "COUNTER", "identityChecked": true}""";

    static final String RETURN_WITH_ORIGINALS = """
            {"via": "COUNTER", "identityChecked": true, "originalsReturned": true}""";

    static final String WITHDRAWAL_WITH_ORIGINALS = """
            {"reason": "NO_LONGER_NEEDED", "originalsReturned": true}""";

    static final String RETURN_TO_AUTHORISED = """
            {"via": "COUNTER", "identityChecked": true, "collectedBy": "AUTHORISED", "authorisationChecked": true}""";

    static final String SUPPLEMENT_REQUEST = """
            {"missing": ["CCCD", "Bản sao giấy khai sinh"], "deadline": "2022-06-22"}""";

    static final String SUPPLEMENT = """
            {"components": [{"code": "CCCD", "copies": 1}]}""";

    static final String PAYMENT_REQUEST = """
            {"amount": 200000, "deadline": "2022-06-22"}""";

    static final String PAYMENT = """
            {"reference": "PAY-2022-000123", "amount": 200000, "method": "ONLINE", "paidAt": "2022-06-09T10:00:00+07:00"}""";

    static final String SENDING_BACK = """
            {"reason": "DRAFT_INCOMPLETE", "note": "Dự thảo chưa nêu căn cứ"}""";

    static final String EXTENSION = """
            {"dueAt": "2022-06-29T09:00:00+07:00", "reason": "COMPLEX_MATTER"}""";

    static final String STOP = """
            {"reason": "COURT_DECISION", "resumable": true}""";

    static final String PROPOSED_PAPERS = """
            {"kind": "SUPPLEMENT", "missing": ["CCCD"], "note": "Bản chụp mờ, không đọc được số."}""";

    static final String PROPOSED_STOP = """
            {"kind": "STOP", "reason": "COURT_DECISION", "resumable": true}""";

    static final String PROPOSED_EXTENSION = """
            {"kind": "EXTENSION", "dueAt": "2022-06-29T09:00:00+07:00", "reason": "COMPLEX_MATTER"}""";

    static final String DECIDES_PROPOSAL = """
            {"proposal": 1}""";

    static final String RESULT_RECALL = """
            {"reason": "RESULT_WRONG"}""";

    static final String ASSIGNEES = """
            {"suggested": "officer-2", "unit": "H03.01", "role": "officer", "managed": true, "items": [
              {"account": "officer-2", "name": "Nguyễn Văn Mẫu", "position": {"code": "CV", "vi": "Chuyên viên"}, "openDossiers": 3, "there": true},
              {"account": "officer-1", "name": "Trần Thị Mẫu", "position": {"code": "CV", "vi": "Chuyên viên"}, "openDossiers": 1, "there": false,
               "absentUntil": "2022-06-24", "hasIt": true, "standIns": ["officer-2"]}]}""";

    static final String LEG = """
            {"agency": "H03.03", "task": "Xác minh thông tin án tích.", "limit": {"amount": 1, "unit": "WORKING_DAYS"}}""";

    static final String LEG_DONE = """
            {"outcome": "DONE"}""";

    static final String LEG_ON_PAPER = """
            {"agency": "H03.03", "task": "Đối chiếu bản gốc gửi kèm.", "limit": {"amount": 1, "unit": "WORKING_DAYS"}, "paper": true}""";

    static final String LEG_DONE_LATE = """
            {"outcome": "DONE", "reason": "PART_NEEDED_VERIFICATION"}""";

    static final String LEG_DECLINED = """
            {"outcome": "DECLINED", "reason": "PART_OUTSIDE_COMPETENCE"}""";

    static final String LEG_WITHDRAWAL = """
            {"reason": "PART_NOT_NEEDED"}""";

    static final String TRANSFER = """
            {"agency": "H03.02", "cause": "COMPETENCE"}""";

    static final String CORRECTION = """
            {"procedure": "1.900103", "reason": "ENTRY_ERROR"}""";

    static final String RECIPIENT = """
            {"applicant": {"name": "Nguyễn Thị Hoa", "idNumber": "006190000123", "phone": "0987 654 321", "notifyBySms": true}}""";

    static final String VOIDING = """
            {"reason": "ACCEPTED_BY_ERROR"}""";

    static final String MERGER = """
            {"into": "H03.01-220608-0002"}""";

    static final String RATING = """
            {"score": 5, "dimensions": {"ATTITUDE": 5, "TIME": 4}, "comment": "Cán bộ hướng dẫn tận tình."}""";

    static final String RATING_BY_CODE = """
            {"ratingCode": "7K2QX-94MTD", "score": 5, "dimensions": {"ATTITUDE": 5}, "comment": "Cán bộ hướng dẫn tận tình."}""";

    private Examples() {}
}
