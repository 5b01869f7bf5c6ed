package vn.motcua.dossier.papers.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.casework.Applicant;
import vn.motcua.dossier.casework.RatingCode;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.lifecycle.Form;

/** Pages as an officer gets them out of the printer. */
class PrinterTest {

    private static final Printer PRINTER = new Printer();
    private static final RatingCode CODE = RatingCode.draw(new Random(1));

    static Stream<String> papers() {
        return all().keySet().stream();
    }

    private static Map<String, Sheet> all() {
        var all = new LinkedHashMap<String, Sheet>();
        all.put("receipt", Cases.sheet(Form.RECEIPT, Cases.receipt()));
        all.put("receipt to rate by", Cases.sheet(Form.RECEIPT, Cases.receipt(), CODE));
        all.put("receipt for two", Cases.sheet(Form.RECEIPT, Cases.represented(Cases.receipt())));
        all.put("receipt for two to rate by", Cases.sheet(Form.RECEIPT, Cases.represented(Cases.receipt()), CODE));
        all.put("long receipt", Cases.sheet(Form.RECEIPT, Cases.longReceipt()));
        all.put("supplement", Cases.sheet(Form.SUPPLEMENT_REQUEST, Cases.supplement("2022")));
        all.put("refused", Cases.sheet(Form.REFUSAL, Cases.refused()));
        all.put("denied", Cases.sheet(Form.REFUSAL, Cases.denied("head-2")));
        all.put("apology of 2018", Cases.sheet(Form.APOLOGY, Cases.apology("2022", "leader-2")));
        all.put("apology of 2025", Cases.sheet(Form.APOLOGY, Cases.apology("2025", "leader-1")));
        all.put("stopped", Cases.sheet(Form.STOP_NOTICE, Cases.stopped(true)));
        all.put("withdrawn", Cases.sheet(Form.STOP_NOTICE, Cases.withdrawn()));
        all.put("control slip", Cases.sheet(Form.CONTROL_SLIP, Cases.controlled()));
        return all;
    }

    /** What was taken in before such were refused. */
    @Test
    void whatNoDocumentCanHoldIsLeftOutOfIt() {
        var receipt = all().get("receipt");
        var odd = new Sheet(
                receipt.template(),
                receipt.corner(),
                receipt.above(),
                "Sở \uFFFFTư\uFFFE pháp\u0001",
                receipt.number(),
                receipt.dateLine(),
                receipt.title(),
                receipt.code(),
                receipt.seal(),
                receipt.seal2(),
                receipt.body(),
                receipt.left(),
                receipt.right());

        assertThat(Pages.words(PRINTER.print(odd))).contains("Sở Tư pháp");
    }

    @Test
    void aReceiptSaysWordForWordWhatTheDossierSays() {
        assertThat(Pages.words(PRINTER.print(all().get("receipt"))))
                .isEqualTo(String.join(
                        " ",
                        "H03.01-220608-0001 – trang 1/1",
                        "Mẫu số 01 – Thông tư số 01/2018/TT-VPCP",
                        "SỞ TƯ PHÁP BỘ PHẬN MỘT CỬA SỞ TƯ PHÁP",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
                        "Số: 0001-220608/TNHS Bắc Kạn, ngày 08 tháng 6 năm 2022",
                        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ Mã hồ sơ: H03.01-220608-0001",
                        "Bộ phận Một cửa Sở Tư pháp, Quầy 1, Trung tâm Phục vụ hành chính công, thành phố Bắc Kạn, điện thoại 02090000001",
                        "Tiếp nhận hồ sơ của: Nguyễn Thị Quỳnh Hường",
                        "Địa chỉ: Số nhà 12, tổ 7, đường Trường Chinh, Phường Phùng Chí Kiên, Tỉnh Bắc Kạn",
                        "Số điện thoại: 0912 345 602 Email: quynhhuong@example.vn",
                        "Nội dung yêu cầu giải quyết: Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam",
                        "Thành phần hồ sơ nộp gồm:",
                        "TT Tên giấy tờ Hình thức Số lượng",
                        "1 Tờ khai hoặc đơn theo mẫu Bản chính 1",
                        "2 Giấy tờ tùy thân của người yêu cầu Bản sao 1",
                        "3 Văn bản ủy quyền (nếu có) Bản chính 1",
                        "Thời gian giải quyết hồ sơ theo quy định: 10 ngày làm việc.",
                        "Thời gian nộp hồ sơ: 08 giờ 30 phút, ngày 08/06/2022.",
                        "Thời gian nhận hồ sơ: 09 giờ 05 phút, ngày 08/06/2022.",
                        "Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 05 phút, ngày 22/06/2022.",
                        "Đăng ký nhận kết quả tại: Qua dịch vụ bưu chính công ích, đến địa chỉ của người nộp hồ sơ.",
                        "Phí, lệ phí: Không.",
                        "Vào Sổ theo dõi hồ sơ, số thứ tự: 0001 ngày 08/06/2022.",
                        "NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên)",
                        "Quét mã để đối chiếu " + all().get("receipt").seal2(),
                        "NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Hoàng Thị Ngọc Ánh"));
    }

    @Test
    void aReceiptToRateBySaysWhatTheCodeIsForAndStaysOnItsPage() {
        var pdf = PRINTER.print(all().get("receipt to rate by"));

        assertThat(Pages.words(pdf))
                .contains("Mã đánh giá: " + CODE.text()
                        + ". Sau khi nhận kết quả, xin đánh giá (một lần) tại trang tra cứu hồ sơ. NGƯỜI NỘP HỒ SƠ");
        assertThat(Pages.sizes(pdf)).hasSize(1);
        assertThat(Pages.sizes(PRINTER.print(all().get("receipt")))).hasSize(1);
        assertThat(Pages.sizes(PRINTER.print(all().get("receipt for two to rate by"))))
                .hasSize(1);
        assertThat(all().get("receipt to rate by").body().toString()).doesNotContain(CODE.text());
    }

    /** The counter hands the result to whom the paper names, and asks for theirs. */
    @Test
    void whoActsForTheOwnerStandsBelowThemOnEveryPaperAndOnOnePage() {
        var line = "Người được ủy quyền: Lý Văn Lẻng, theo giấy ủy quyền số 12/2022/UQ-CC";
        var receipt = PRINTER.print(all().get("receipt for two"));
        assertThat(Pages.words(receipt))
                .isEqualTo(Pages.words(PRINTER.print(all().get("receipt")))
                        .replace("quynhhuong@example.vn ", "quynhhuong@example.vn " + line + " "));
        assertThat(Pages.sizes(receipt)).containsExactly("148x210");

        for (var sheet : List.of(
                Cases.sheet(Form.SUPPLEMENT_REQUEST, Cases.represented(Cases.supplement("2022"))),
                Cases.sheet(Form.REFUSAL, Cases.represented(Cases.refused())),
                Cases.sheet(Form.APOLOGY, Cases.represented(Cases.apology("2025", "leader-1"))),
                Cases.sheet(Form.STOP_NOTICE, Cases.represented(Cases.stopped(true))))) {
            var pdf = PRINTER.print(sheet);
            assertThat(Pages.words(pdf)).contains(line).doesNotContain("006088000034", "0987 654 321");
            assertThat(Pages.sizes(pdf)).as(sheet.template()).containsExactly("148x210");
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void everyPageIsA5InTypeThatComesAlong(String paper) {
        var pdf = PRINTER.print(all().get(paper));

        assertThat(Pages.sizes(pdf)).isNotEmpty().containsOnly("148x210");
        assertThat(Pages.fonts(pdf))
                .contains("LiberationSerif", "LiberationSerif-Bold")
                .allSatisfy(
                        font -> assertThat(font).startsWith("LiberationSerif").doesNotContain("not embedded"));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void theSquareHoldsTheCodeAndTheHeadOfTheHistory(String paper) {
        var sheet = all().get(paper);

        assertThat(Pages.square(PRINTER.print(sheet)))
                .isEqualTo(sheet.seal())
                .matches("H03\\.01-220608-0001 \\d+ sha256:[0-9a-f]{64}");
    }

    @ParameterizedTest
    @MethodSource("papers")
    void theSameWordsGiveTheSameBytes(String paper) {
        assertThat(new Printer().print(all().get(paper))).isEqualTo(PRINTER.print(all().get(paper)));
    }

    @Test
    void aLongListGoesOnWithItsHeadAndLosesNothing() {
        var pdf = PRINTER.print(all().get("long receipt"));
        var words = Pages.words(pdf);
        var pages = Pages.sizes(pdf).size();

        assertThat(pages).isGreaterThan(2);
        assertThat(words.split("– trang \\d+/\\d+"))
                .filteredOn(page -> page.contains("Hợp đồng chuyển nhượng"))
                .hasSizeGreaterThan(2)
                .allMatch(page -> page.contains("TT Tên giấy tờ"));
        for (int i = 1; i <= 22; i++) {
            assertThat(words)
                    .contains("%d Hợp đồng chuyển nhượng quyền sử dụng đất số %02d/2022/HĐCN có chứng thực"
                            .formatted(i + 3, i));
        }
        assertThat(words).contains(Cases.COMPANY.name()).contains("trang %d/%d".formatted(pages, pages));
    }

    @Test
    void aRegisterIsA4RepeatsItsHeadAndHasItsSquareBehindTheLastLine() {
        var register = Cases.register(60, true);
        var pdf = PRINTER.print(
                "register",
                Map.of("page", register, "qr", QrCode.image(register.seal().text())));
        var words = Pages.words(pdf);
        var pages = Pages.sizes(pdf);

        assertThat(pages).hasSizeGreaterThan(2).containsOnly("297x210");
        assertThat(words.split("TT Mã hồ sơ", -1)).hasSize(pages.size() + 1);
        for (int i = 1; i <= 60; i++) {
            assertThat(words).contains("%d H03.01-220608-%04d %d · 9dab3a2a…f6db74e1".formatted(i, i, i));
        }
        assertThat(words).contains("Số: 3/2022", "60 dòng: 07af6603…2037bba9").doesNotContain("BẢN TRÍCH");
        assertThat(Pages.square(pdf)).isEqualTo(register.seal().text());
        assertThat(PRINTER.print(
                        "register",
                        Map.of(
                                "page",
                                register,
                                "qr",
                                QrCode.image(register.seal().text()))))
                .isEqualTo(pdf);
    }

    @Test
    void anExtractSaysThatItIsOneAndHasNoSquare() {
        var words = Pages.words(PRINTER.print("register", Map.of("page", Cases.register(2, false))));

        assertThat(words)
                .contains("BẢN TRÍCH ĐỂ THAM KHẢO – CHƯA KHÓA SỔ, KHÔNG LƯU")
                .doesNotContain("Số: ", "Quét mã", "NGƯỜI GHI SỔ");
    }

    @Test
    void everyVietnameseLetterIsThere() {
        var letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
        var name = letters + " " + letters.toUpperCase(java.util.Locale.ROOT);
        var somebody = new Applicant(name, null, null, null, null, false, false, "vi");

        assertThat(Pages.words(PRINTER.print(Cases.sheet(
                                Form.RECEIPT,
                                Cases.accepted(somebody, List.of(), Channel.COUNTER, ReturnMethod.COUNTER, "2022"))))
                        // A word of eighty letters is cut where the line ends.
                        .replace(" ", ""))
                .contains(name.replace(" ", ""));
    }

    @Test
    void whatSomebodyWritesIsWordsAndNothingElse() {
        var name = "<b>Bạn</b> & \"tôi\" {sheet.code} <i>'x'</i>";
        var somebody = new Applicant(name, null, null, null, null, false, false, "vi");

        assertThat(Pages.words(PRINTER.print(Cases.sheet(
                        Form.RECEIPT,
                        Cases.accepted(somebody, Cases.THREE, Channel.COUNTER, ReturnMethod.COUNTER, "2022")))))
                .contains("Tiếp nhận hồ sơ của: " + name);
    }

    @Test
    void manyCanPrintAtOnce() throws Exception {
        var sheet = all().get("receipt");
        var once = PRINTER.print(sheet);
        var workers = Executors.newFixedThreadPool(4);
        try {
            var prints = new ArrayList<Callable<byte[]>>();
            for (int i = 0; i < 12; i++) {
                prints.add(() -> PRINTER.print(sheet));
            }
            for (var printed : workers.invokeAll(prints)) {
                assertThat(printed.get()).isEqualTo(once);
            }
        } finally {
            workers.shutdownNow();
        }
    }
}
