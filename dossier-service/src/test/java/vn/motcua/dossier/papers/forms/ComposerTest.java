package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.casework.Paper;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.lifecycle.Bill;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.papers.forms.Sheet.Person;
import vn.motcua.dossier.papers.forms.Sheet.Signature;

/** What papers say, whole. */
class ComposerTest {

    private static final String BY_HAND = "(Ký và ghi rõ họ tên)";
    private static final String SEALED = "(Ký, ghi rõ họ tên và đóng dấu)";
    private static final Person WOMAN = new Person(
            "Nguyễn Thị Quỳnh Hường",
            "Số nhà 12, tổ 7, đường Trường Chinh, Phường Phùng Chí Kiên, Tỉnh Bắc Kạn",
            "0912 345 602",
            "quynhhuong@example.vn",
            null);
    private static final String PROCEDURE =
            "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam";
    private static final String SHOP = "Bộ phận Một cửa Sở Tư pháp";
    private static final String ADDRESS = "Quầy 1, Trung tâm Phục vụ hành chính công, thành phố Bắc Kạn";
    private static final String PHONE = "02090000001";

    @Test
    void aRequestForPapersNamesEachAndUntilWhen() {
        var sheet = Cases.sheet(Form.SUPPLEMENT_REQUEST, Cases.supplement("2022"));

        assertThat(sheet.body())
                .isEqualTo(new Sheet.Supplement(
                        WOMAN,
                        PROCEDURE,
                        List.of(
                                "Giấy tờ tùy thân của người yêu cầu",
                                "Giấy xác nhận thông tin về cư trú (mẫu CT07) còn thời hạn 06 tháng",
                                "Văn bản ủy quyền (nếu có)"),
                        3,
                        "Bản sao căn cước công dân nộp kèm không đọc được mặt sau; văn bản ủy quyền chưa được chứng thực chữ ký.",
                        "10/07/2022",
                        SHOP,
                        ADDRESS,
                        PHONE));
        assertThat(sheet.number()).isEqualTo("0001-220608-05/HDHS");
        assertThat(sheet.right()).isEqualTo(new Signature(List.of("NGƯỜI HƯỚNG DẪN"), BY_HAND, "Nông Văn Chuyền"));
        assertThat(sheet.left()).isNull();
    }

    @Test
    void whatWasAskedForLongAgoIsStillOnThePaper() {
        // A row from before lists of what was asked for were kept.
        var old = Cases.supplement("2022");
        var file =
                new CaseFile(old.id(), old.history(), old.applicant(), null, old.papers(), List.of(), old.bill(), null);

        assertThat(((Sheet.Supplement)
                                Cases.sheet(Form.SUPPLEMENT_REQUEST, file).body())
                        .missing())
                .isEmpty();
    }

    @Test
    void whoIsTurnedAwayAsIncompleteReadsWhatToBring() {
        var sheet = Cases.sheet(Form.SUPPLEMENT_REQUEST, Cases.incomplete());

        assertThat(sheet.title()).isEqualTo("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ");
        var body = (Sheet.Supplement) sheet.body();
        assertThat(body.missing())
                .hasSize(2)
                .contains("Giấy ủy quyền có công chứng")
                .doesNotContain("CCCD");
        assertThat(body.count()).isEqualTo(2);
        assertThat(body.deadline()).as("nothing waits for them").isNull();
        assertThat(body.shop()).isEqualTo(SHOP);
    }

    @Test
    void aReceiptSaysHowManyOriginalsAndHowManyCopiesWereHandedIn() {
        var papers = List.of(
                new Paper("TK", null, 0, 1), new Paper("CCCD", null, 2, 0), new Paper(null, "Sổ hộ khẩu cũ", 1, 1));
        var receipt = receipt(papers, Bill.NONE);

        assertThat(receipt.papers())
                .extracting(line -> line.number() + " " + line.form() + " " + line.copies())
                .containsExactly("1 Bản chính 1", "2 Bản sao 2", "3 Bản chính 1", "4 Bản sao 1");
    }

    @Test
    void aReceiptSaysWhatThisApplicantHasToPayAndWhatWasPaid() {
        var tariff = Bill.Line.of("X", Bill.Kind.FEE, Bill.Timing.POSTPAID, 200_000);
        var reduced =
                new Bill.Line("X", Bill.Kind.FEE, Bill.Timing.POSTPAID, 200_000, 50_000, "ONLINE_DISCOUNT", null, null);
        var free = new Bill.Line("X", Bill.Kind.FEE, Bill.Timing.POSTPAID, 200_000, 200_000, "ELDERLY", null, null);
        var paid = new Bill.Line("X", Bill.Kind.FEE, Bill.Timing.PREPAID, 200_000, 0, null, "P-1", null);

        assertThat(receipt(Cases.THREE, Bill.NONE).fee()).isEqualTo("Không");
        assertThat(receipt(Cases.THREE, new Bill(List.of(tariff), null)).fee()).endsWith(": 200.000 đồng");
        assertThat(receipt(Cases.THREE, new Bill(List.of(reduced), null)).fee()).endsWith(": 150.000 đồng (đã giảm)");
        assertThat(receipt(Cases.THREE, new Bill(List.of(free), null)).fee()).endsWith(": được miễn");
        assertThat(receipt(Cases.THREE, new Bill(List.of(paid), null)).fee()).endsWith(": 200.000 đồng, đã nộp");
    }

    private static Sheet.Receipt receipt(List<Paper> papers, Bill bill) {
        var accepted = Cases.receipt();
        var file = new CaseFile(
                accepted.id(), accepted.history(), accepted.applicant(), null, papers, accepted.asked(), bill, null);
        return (Sheet.Receipt) Cases.sheet(Form.RECEIPT, file).body();
    }

    /** Taken back, set aside or decided otherwise since: the paper is about what was decided then. */
    @Test
    void aDenialGivesItsOwnReasonWhateverBecameOfTheDossier() {
        var denied = Cases.denied("leader-1");
        var since = new CaseFile(
                denied.id(),
                denied.history(),
                denied.applicant(),
                denied.authorised(),
                denied.papers(),
                denied.asked(),
                denied.bill(),
                "OTHER");

        assertThat(Cases.sheet(Form.REFUSAL, since).body())
                .isEqualTo(Cases.sheet(Form.REFUSAL, denied).body());
    }

    @Test
    void aRefusalGivesItsReason() {
        var sheet = Cases.sheet(Form.REFUSAL, Cases.refused());

        assertThat(sheet.body())
                .isEqualTo(new Sheet.Refusal(
                        SHOP,
                        WOMAN,
                        PROCEDURE,
                        "08 giờ 30 phút, ngày 08/06/2022",
                        "không tiếp nhận hồ sơ",
                        "không thuộc thẩm quyền giải quyết",
                        Cases.refused().last().note(),
                        PHONE));
        assertThat(sheet.above()).isEqualTo("SỞ TƯ PHÁP");
        assertThat(sheet.issuer()).isEqualTo("BỘ PHẬN MỘT CỬA SỞ TƯ PHÁP");
    }

    @Test
    void aDenialIsTheAgencysAndItsLeaderSigns() {
        var sheet = Cases.sheet(Form.REFUSAL, Cases.denied("leader-1"));

        assertThat(((Sheet.Refusal) sheet.body()).verb()).isEqualTo("từ chối giải quyết hồ sơ");
        assertThat(((Sheet.Refusal) sheet.body()).reason()).isEqualTo("không đáp ứng điều kiện theo quy định");
        assertThat(sheet.above()).isEqualTo("ỦY BAN NHÂN DÂN TỈNH BẮC KẠN");
        assertThat(sheet.issuer()).isEqualTo("SỞ TƯ PHÁP");
        assertThat(sheet.right()).isEqualTo(new Signature(List.of("GIÁM ĐỐC"), SEALED, "Triệu Đức Thịnh"));
    }

    /** The leader, a deputy by delegation, a head of division by order, their deputy, and one of whom the list knows nothing. */
    @ParameterizedTest
    @CsvSource({
        "leader-1, GIÁM ĐỐC, Triệu Đức Thịnh",
        "leader-2, KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC, Lường Thị Thắm",
        "head-1,   TL. GIÁM ĐỐC|TRƯỞNG PHÒNG HÀNH CHÍNH TƯ PHÁP, Đàm Quốc Vượng",
        "head-2,   TL. GIÁM ĐỐC|KT. TRƯỞNG PHÒNG HÀNH CHÍNH TƯ PHÁP|PHÓ TRƯỞNG PHÒNG HÀNH CHÍNH TƯ PHÁP, Hà Thị Bích Diễm",
        "office-1, TUQ. GIÁM ĐỐC|CHÁNH VĂN PHÒNG, Ma Thế Vinh",
        "deputy-9, KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC, Bế Văn Sự",
        "nobody-1, 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',",
    })
    void whoSignsForSomebodyElseSaysSo(String account, String office, String name) {
        assertThat(Cases.sheet(Form.APOLOGY, Cases.apology("2022", account)).right())
                .isEqualTo(new Signature(List.of(office.split("\\|")), SEALED, name));
    }

    /** Circular 03/2025/TT-VPCP is of 15 September 2025. */
    @ParameterizedTest
    @CsvSource({
        "2025-07-01T08:00, 01/2018/TT-VPCP, PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
        "2025-09-14T23:59, 01/2018/TT-VPCP, PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
        "2025-09-15T00:00, 03/2025/TT-VPCP, VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN",
    })
    void aPaperFollowsTheCircularOfItsDayAndNotOfItsDossier(String written, String act, String title) {
        var paper = Cases.sheet(Form.APOLOGY, Cases.apologyWrittenAt(written));

        assertThat(paper.corner()).isEqualTo("Mẫu số 04 – Thông tư số " + act);
        assertThat(paper.title()).isEqualTo(title);
        assertThat(((Sheet.Apology) paper.body()).request()).isEqualTo(act.startsWith("03"));
    }

    @Test
    void whatItsFactNamesStands() {
        assertThat(Cases.sheet(Form.APOLOGY, Cases.apology("2025", "leader-1")).corner())
                .as("written on a day of the other circular, before papers went by their day")
                .endsWith("03/2025/TT-VPCP");
    }

    @Test
    void anApologyOf2018AndOneOf2025DifferInTitleAndInWhatTheyAskFor() {
        var before = Cases.sheet(Form.APOLOGY, Cases.apology("2022", "leader-1"));
        var after = Cases.sheet(Form.APOLOGY, Cases.apology("2025", "leader-1"));

        assertThat(before.title()).isEqualTo("PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ");
        assertThat(before.corner()).isEqualTo("Mẫu số 04 – Thông tư số 01/2018/TT-VPCP");
        assertThat(after.title()).isEqualTo("VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN");
        assertThat(after.corner()).isEqualTo("Mẫu số 04 – Thông tư số 03/2025/TT-VPCP");
        assertThat(before.body())
                .isEqualTo(new Sheet.Apology(
                        "Sở Tư pháp",
                        SHOP,
                        WOMAN,
                        PROCEDURE,
                        "09 giờ 05 phút, ngày 08/06/2022",
                        "09 giờ 05 phút, ngày 22/06/2022",
                        "cơ quan phối hợp trả lời chậm",
                        null,
                        "09 giờ 05 phút, ngày 29/06/2022",
                        false));
        assertThat(((Sheet.Apology) after.body()).request()).isTrue();
    }

    @Test
    void whatApplicantsWroteThemselvesIsNotToldThem() {
        var sheet = Cases.sheet(Form.STOP_NOTICE, Cases.withdrawn());

        assertThat(sheet.body())
                .isEqualTo(new Sheet.Stop(
                        "Sở Tư pháp",
                        WOMAN,
                        PROCEDURE,
                        "09 giờ 05 phút, ngày 08/06/2022",
                        "16 giờ 00 phút, ngày 20/06/2022",
                        true,
                        false,
                        null,
                        null,
                        PHONE));
        assertThat(sheet.right()).isEqualTo(new Signature(List.of("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"), SEALED, null));
    }

    @Test
    void aControlSlipHasEveryChangeOfHandsAndWhatWasLate() {
        var slip = (Sheet.Control)
                Cases.sheet(Form.CONTROL_SLIP, Cases.controlled()).body();

        assertThat(slip.partners()).isEqualTo("Công an tỉnh");
        assertThat(slip.handOvers()).hasSize(14);
        assertThat(slip.handOvers().get(0))
                .isEqualTo(new Sheet.HandOver(
                        1,
                        "Tiếp nhận hồ sơ",
                        "Người nộp hồ sơ",
                        "Hoàng Thị Ngọc Ánh, Sở Tư pháp",
                        "09:05 08/06/2022",
                        null));
        assertThat(slip.handOvers().get(4))
                .isEqualTo(new Sheet.HandOver(
                        5, "Xong phần việc phối hợp", "Công an tỉnh", "Sở Tư pháp", "15:20 17/06/2022", "Quá hạn"));
        assertThat(slip.handOvers().get(12).verdict()).isEqualTo("Trước hạn");
    }

    @Test
    void aControlSlipSaysThatAPartWentFromTheMergedAgencyToTheOneThatTookOver() {
        var slip =
                (Sheet.Control) Cases.sheet(Form.CONTROL_SLIP, Cases.handedOn()).body();

        assertThat(slip.partners()).isEqualTo("Sở Kế hoạch và Đầu tư; Sở Tài chính");
        assertThat(slip.handOvers()).hasSize(3);
        assertThat(slip.handOvers().get(1))
                .isEqualTo(new Sheet.HandOver(
                        2,
                        "Gửi lấy ý kiến, phối hợp",
                        "Sở Tư pháp",
                        "Sở Kế hoạch và Đầu tư",
                        "08:00 09/06/2022",
                        null));
        assertThat(slip.handOvers().get(2))
                .isEqualTo(new Sheet.HandOver(
                        3,
                        "Chuyển phần việc phối hợp cho cơ quan kế thừa",
                        "Sở Kế hoạch và Đầu tư",
                        "Sở Tài chính",
                        "08:00 10/06/2022",
                        null));
    }

    @Test
    void aControlSlipSaysWhoAnsweredAtEachTimeAndThatAResultWasTakenBack() {
        var slip = (Sheet.Control)
                Cases.sheet(Form.CONTROL_SLIP, Cases.movedAndRecalled()).body();

        assertThat(slip.agency()).isEqualTo("Sở Tài chính");
        assertThat(slip.handOvers())
                .extracting(line -> line.what() + ": " + line.from() + " → " + line.to())
                .containsExactly(
                        "Tiếp nhận hồ sơ: Người nộp hồ sơ → Hoàng Thị Ngọc Ánh, Sở Tư pháp",
                        "Gửi lấy ý kiến, phối hợp: Sở Tư pháp → Công an tỉnh",
                        "Nhận phần việc phối hợp: Sở Tư pháp → Công an tỉnh",
                        "Chuyển hồ sơ cho cơ quan kế thừa: Sở Tư pháp → Sở Tài chính",
                        "Xong phần việc phối hợp: Công an tỉnh → Sở Tài chính",
                        "Có kết quả giải quyết: Sở Tài chính → Bộ phận Một cửa Sở Tài chính",
                        "Thu hồi kết quả: kết quả có sai sót: Bộ phận Một cửa Sở Tài chính → Sở Tài chính");
    }

    @Test
    void aReceiptSaysWhenItWasHandedInWhereThatWasAnotherMinuteThanWhenItWasTakenIn() {
        assertThat(receipt(Cases.THREE, Bill.NONE).submittedAt()).isEqualTo("08 giờ 30 phút, ngày 08/06/2022");

        var accepted = (Accepted) Cases.receipt().last().event();
        var atOnce = Cases.of(accepted.dossier(), Cases.JUSTICE, Cases.ACCEPTED);
        var event = new Accepted(atOnce, accepted.actor(), accepted.limit(), accepted.form(), null);
        var file = Cases.file(
                Cases.WOMAN, Cases.THREE, List.of(), Cases.entry(2, Cases.ACCEPTED, event, "reception-1", null));
        assertThat(((Sheet.Receipt) Cases.sheet(Form.RECEIPT, file).body()).submittedAt())
                .isNull();
    }

    @Test
    void aPaperThatTheFactGivesNoRiseToIsNotWritten() {
        assertThatThrownBy(() -> Cases.sheet(Form.APOLOGY, Cases.receipt()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event 2 gives no rise to APOLOGY");
    }

    @Test
    void aFileTellsNobodyWhoItIsAbout() {
        assertThat(Cases.receipt().toString() + Cases.sheet(Form.RECEIPT, Cases.receipt()))
                .doesNotContain("Hường", "0912", "Trường Chinh");
    }

    @Test
    void whoTookItInForAnotherAgencyGivesTheReceiptAndHandsTheResultOut() {
        var sheet = Cases.sheet(Form.RECEIPT, Cases.receiptOf("H03.31.01"));
        var receipt = (Sheet.Receipt) sheet.body();

        assertThat(sheet.issuer()).isEqualTo("BỘ PHẬN MỘT CỬA THỊ TRẤN BẰNG LŨNG");
        assertThat(sheet.above()).isEqualTo("ỦY BAN NHÂN DÂN THỊ TRẤN BẰNG LŨNG");
        assertThat(receipt.toString()).doesNotContain("Sở Tư pháp");
        assertThat(receipt.way()).startsWith("Bộ phận Một cửa thị trấn Bằng Lũng");
    }
}
