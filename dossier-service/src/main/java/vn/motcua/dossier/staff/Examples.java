package vn.motcua.dossier.staff;

/** Bodies for the API's description; each is sent by a test. */
final class Examples {

    static final String ABSENCES = """
            {"absences": [{"from": "2022-06-20", "to": "2022-06-24", "reason": "LEAVE"},
                          {"from": "2022-07-04", "to": "2022-07-05", "reason": "BUSINESS_TRIP"}]}""";

    static final String DELEGATION = """
            {"to": "leader-2", "mode": "DEPUTY", "agency": "H03.01", "validFrom": "2022-06-20", "validTo": "2022-06-24",
             "document": "15/QĐ-STP"}""";

    static final String REVOCATION = """
            {"note": "Giám đốc về sớm"}""";

    static final String LIST = """
            account;name;unit;position;position_vi;position_en;roles;valid_from;valid_to
            leader-1;Nông Thị Thử;H03.01;GD;Giám đốc;Director;leader;2020-01-01;
            officer-1;"Triệu Văn Mẫu";H03.01;CV;Chuyên viên;Specialist;officer;01/03/2021;
            clerk-1;Hà Thị Ví Dụ;H03.01;VT;Văn thư;Clerk;clerk reception;2021-03-01;2023-12-31
            """;

    private Examples() {}
}
