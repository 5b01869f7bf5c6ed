package vn.motcua.dossier.feedback;

/** Bodies for the API's description; each is sent by a test. */
final class Examples {

    static final String OPENING = """
            {"agency": "H03.01", "author": "Nguyễn Thị Hoa", "text": "Bộ phận Một cửa yêu cầu nộp thêm bản sao giấy khai sinh không có trong quy định."}""";

    static final String MIRRORED = """
            {"source": "dichvucong.gov.vn", "entries": [{"sourceId": "PAKN-2022-000017", "agency": "H03.01",
              "receivedAt": "2022-06-08T08:30:00+07:00", "author": "Triệu Văn Nam",
              "text": "Đề nghị công khai mức phí cấp phiếu lý lịch tư pháp tại nơi tiếp nhận."}]}""";

    static final String CLASSIFICATION = """
            {"kind": "REPORT"}""";

    static final String TRANSFER = """
            {"agency": "H03.02", "note": "Thuộc thẩm quyền của Sở Kế hoạch và Đầu tư."}""";

    static final String REFUSAL = """
            {"reason": "COMPLAINT_OR_DENUNCIATION"}""";

    static final String QUESTION = """
            {"text": "Đề nghị ông/bà cho biết ngày nộp hồ sơ."}""";

    static final String SUPPLEMENT = """
            {"text": "Tôi nộp hồ sơ sáng ngày 06/06/2022."}""";

    static final String ANSWER = """
            {"text": "Sở đã nhắc nhở bộ phận tiếp nhận; ông/bà không phải nộp thêm bản sao."}""";

    static final String PUBLICATION = """
            {}""";

    static final String RATING = """
            {"score": 4, "comment": "Trả lời rõ ràng."}""";

    private Examples() {}
}
