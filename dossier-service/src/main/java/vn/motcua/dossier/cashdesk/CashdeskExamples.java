package vn.motcua.dossier.cashdesk;

/** Bodies for the API's description; each is sent by a test. */
final class CashdeskExamples {

    static final String PREPAYMENT = """
            {"procedure": "1.900208", "agency": "H03.02"}""";

    static final String CALLBACK = """
            {"reference": "5T0Y7V3K9M2Q8RXA", "transaction": "GW-2022-000123", "amount": 40000,
             "paidAt": "2022-06-08T09:10:00+07:00", "outcome": "PAID"}""";

    static final String REFUND = """
            {"reference": "UNC-2022-000045", "reason": "PAID_TWICE", "note": "Chuyển khoản trả lại"}""";

    static final String SETTLEMENT = """
            {"note": "Đã đối soát với cổng thanh toán; phí không hoàn trả theo quy định"}""";

    private CashdeskExamples() {}
}
