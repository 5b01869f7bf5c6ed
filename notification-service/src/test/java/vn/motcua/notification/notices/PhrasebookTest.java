package vn.motcua.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasebookTest {

    private static final String CODE = "H03.13-220608-0001";
    private static final Instant NINE = Instant.parse("2022-06-08T02:00:00Z");
    private static final Name SHOP =
            new Name("Bộ phận Một cửa Sở Tư pháp", "One-stop shop of the Department of Justice");
    private static final Name AGENCY = new Name("Sở Tư pháp", "Department of Justice");
    private static final Money FEE = new Money(200_000, "VND");
    private static final Name REASON =
            new Name("không thuộc thẩm quyền giải quyết", "not within the competence of the agency");

    private final Phrasebook phrasebook = Phrasebook.current();

    /** The province's samples: text, units and parts as UCS-2, parts once the diacritics are gone. */
    static Stream<Arguments> samples() {
        return Stream.of(
                sample(
                        new Occasion.Submitted(CODE, NINE),
                        Wording.SUBMITTED,
                        "Hồ sơ {code} đã được gửi trực tuyến thành công lúc 09:00 08/06/2022. Cơ quan tiếp nhận sẽ phản hồi trong 08 giờ làm việc.",
                        133,
                        2),
                sample(
                        new Occasion.Accepted(CODE, NINE, day(13, 2), SHOP, AGENCY),
                        Wording.ACCEPTED,
                        "Hồ sơ {code} đã được tiếp nhận lúc 09:00 08/06/2022. Hẹn trả kết quả: 09:00 13/06/2022 tại Bộ phận Một cửa Sở Tư pháp.",
                        130,
                        2),
                sample(
                        new Occasion.Accepted(CODE, NINE, null, SHOP, AGENCY),
                        Wording.ACCEPTED_NO_DUE,
                        "Hồ sơ {code} đã được tiếp nhận lúc 09:00 08/06/2022. Cơ quan xử lý: Sở Tư pháp.",
                        91,
                        2),
                sample(
                        new Occasion.Refused(CODE, REASON),
                        Wording.REFUSED,
                        "Hồ sơ {code} không được tiếp nhận. Lý do: không thuộc thẩm quyền giải quyết. Chi tiết xem trên Cổng Dịch vụ công.",
                        125,
                        2),
                sample(
                        new Occasion.Withdrawn(CODE, day(9, 3)),
                        Wording.WITHDRAWN,
                        "Yêu cầu rút hồ sơ {code} đã được chấp nhận ngày 09/06/2022.",
                        71,
                        2),
                sample(
                        new Occasion.Completed(CODE, day(13, 1), day(13, 2), ReturnWay.COUNTER, SHOP),
                        Wording.RESULT_READY,
                        "Hồ sơ {code} đã có kết quả. Mời ông/bà đến Bộ phận Một cửa Sở Tư pháp nhận kết quả từ ngày 13/06/2022.",
                        114,
                        2),
                sample(
                        new Occasion.Completed(CODE, day(10, 2), day(13, 2), ReturnWay.COUNTER, SHOP),
                        Wording.RESULT_EARLY,
                        "Hồ sơ {code} đã có kết quả trước hạn. Mời ông/bà đến nhận kết quả từ ngày 10/06/2022.",
                        97,
                        2),
                sample(
                        new Occasion.PostHanded(CODE, "RB473124829VN", LocalDate.of(2022, 6, 15)),
                        Wording.POST_HANDED,
                        "Kết quả hồ sơ {code} đã giao bưu điện, mã bưu gửi RB473124829VN. Dự kiến phát trước 15/06/2022.",
                        107,
                        2),
                sample(
                        new Occasion.PostFailed(CODE, 1),
                        Wording.POST_FAILED,
                        "Bưu điện phát kết quả hồ sơ {code} không thành công lần 1. Bưu tá sẽ liên hệ lại trong 02 ngày làm việc.",
                        116,
                        2),
                sample(
                        new Occasion.Returned(CODE, day(13, 3)),
                        Wording.RESULT_RETURNED,
                        "Hồ sơ {code} đã trả kết quả ngày 13/06/2022. Cảm ơn ông/bà đã sử dụng dịch vụ.",
                        90,
                        2),
                sample(
                        new Pause.SupplementRequested(CODE, day(22, 10)),
                        Wording.SUPPLEMENT,
                        "Hồ sơ {code} cần bổ sung, hoàn thiện giấy tờ. Hạn bổ sung: 22/06/2022. Chi tiết xem trên Cổng Dịch vụ công.",
                        119,
                        2),
                sample(
                        new Pause.SupplementCompleted(CODE, day(20, 7)),
                        Wording.SUPPLEMENT_RECEIVED,
                        "Đã nhận giấy tờ bổ sung của hồ sơ {code}. Thời gian hẹn trả kết quả mới: 14:00 20/06/2022.",
                        102,
                        2),
                sample(
                        new Pause.PaymentRequested(CODE, FEE, day(22, 10)),
                        Wording.FEE,
                        "Hồ sơ {code} cần nộp phí, lệ phí 200.000 đồng. Hạn nộp: 22/06/2022. Vui lòng thanh toán trên Cổng Dịch vụ công.",
                        123,
                        2),
                sample(
                        new Pause.PaymentConfirmed(CODE, FEE),
                        Wording.FEE_PAID,
                        "Đã ghi nhận thanh toán 200.000 đồng cho hồ sơ {code}.",
                        65,
                        1),
                sample(
                        new Pause.PaymentRefunded(CODE, FEE, new Name("đã nộp hai lần", "it was paid twice")),
                        Wording.FEE_REFUNDED,
                        "Đã hoàn trả 200.000 đồng cho hồ sơ {code}. Lý do: đã nộp hai lần.",
                        77,
                        2),
                sample(
                        new Amendment.Extended(CODE, day(16, 2)),
                        Wording.APOLOGY,
                        "Cơ quan giải quyết xin lỗi vì chậm trả kết quả hồ sơ {code}. Thời gian hẹn trả mới: 16/06/2022. Lý do xem tại phiếu xin lỗi trên Cổng Dịch vụ công.",
                        159,
                        3),
                sample(
                        new Pause.Stopped(
                                CODE, new Name("quá thời hạn bổ sung giấy tờ", "the time for papers has passed")),
                        Wording.STOPPED,
                        "Hồ sơ {code} đã dừng giải quyết. Lý do: quá thời hạn bổ sung giấy tờ.",
                        81,
                        2));
    }

    /** Texts of this system's own, with their parts as UCS-2. */
    static Stream<Arguments> ownTexts() {
        return Stream.of(
                own(
                        new Pause.SupplementRequested(CODE, null),
                        "Hồ sơ {code} cần bổ sung, hoàn thiện giấy tờ. Chi tiết xem trên Cổng Dịch vụ công.",
                        2),
                own(
                        new Pause.SupplementCompleted(CODE, null),
                        "Đã nhận giấy tờ bổ sung của hồ sơ {code}. Hồ sơ được tiếp tục giải quyết.",
                        2),
                own(
                        new Pause.PaymentRequested(CODE, FEE, null),
                        "Hồ sơ {code} cần nộp phí, lệ phí 200.000 đồng. Vui lòng thanh toán trên Cổng Dịch vụ công.",
                        2),
                own(
                        new Pause.Resumed(CODE, day(20, 7)),
                        "Hồ sơ {code} được tiếp tục giải quyết. Thời gian hẹn trả kết quả mới: 14:00 20/06/2022.",
                        2),
                own(new Pause.Resumed(CODE, null), "Hồ sơ {code} được tiếp tục giải quyết.", 1),
                own(
                        new Amendment.DueDateChanged(CODE, day(20, 7)),
                        "Thời gian hẹn trả kết quả hồ sơ {code} có thay đổi. Thời gian hẹn trả kết quả mới: 14:00 20/06/2022.",
                        2),
                own(
                        new Amendment.PapersProlonged(CODE, day(23, 10)),
                        "Hạn bổ sung giấy tờ của hồ sơ {code} được lùi đến hết ngày 23/06/2022.",
                        2),
                own(
                        new Amendment.PaymentProlonged(CODE, day(23, 10)),
                        "Hạn nộp phí, lệ phí của hồ sơ {code} được lùi đến hết ngày 23/06/2022.",
                        2),
                own(
                        new Amendment.ResultRecalled(CODE),
                        "Kết quả hồ sơ {code} đã được thu hồi để xử lý lại. Ông/bà vui lòng chưa đến nhận và chờ thông báo mới.",
                        2),
                own(
                        new Amendment.Transferred(CODE, SHOP),
                        "Hồ sơ {code} được chuyển cơ quan giải quyết. Nơi liên hệ và nhận kết quả mới: Bộ phận Một cửa Sở Tư pháp.",
                        2),
                own(
                        new Amendment.Corrected(CODE, day(20, 7)),
                        "Thông tin hồ sơ {code} đã được đính chính. Thời gian hẹn trả kết quả mới: 14:00 20/06/2022. Chi tiết xem trên Cổng Dịch vụ công.",
                        3),
                own(
                        new Amendment.Corrected(CODE, null),
                        "Thông tin hồ sơ {code} đã được đính chính. Chi tiết xem trên Cổng Dịch vụ công.",
                        2),
                own(
                        new Amendment.Voided(CODE, new Name("hồ sơ nhập trùng", "entered twice")),
                        "Hồ sơ {code} đã được đóng, không tiếp tục giải quyết. Lý do: hồ sơ nhập trùng.",
                        2),
                own(
                        new Amendment.Merged(CODE, "H03.13-220608-0002"),
                        "Hồ sơ {code} trùng với hồ sơ H03.13-220608-0002 và đã được đóng. Vui lòng theo dõi hồ sơ H03.13-220608-0002.",
                        2));
    }

    @ParameterizedTest
    @MethodSource("ownTexts")
    void ourOwnTextsAreShortAndSoIsTheirEnglish(Occasion occasion, String text, int parts) {
        var letter = phrasebook.sms(occasion, Language.VI);
        var english = phrasebook.sms(occasion, Language.EN);

        assertThat(letter.text()).isEqualTo(text.replace("{code}", CODE));
        assertThat(SmsText.of(letter.text()).parts()).isEqualTo(parts);
        assertThat(SmsText.of(english.text()))
                .extracting(SmsText::unicode, SmsText::parts)
                .containsExactly(false, 1);
        assertThat(phrasebook.email(occasion, Language.VI).subject()).startsWith("Hồ sơ " + CODE + ": ");
        assertThat(phrasebook.email(occasion, Language.EN).subject()).startsWith("Dossier " + CODE + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "1,VND,1 đồng,VND 1",
        "999,VND,999 đồng,VND 999",
        "1000,,1.000 đồng,'VND 1,000'",
        "1234567890,VND,1.234.567.890 đồng,'VND 1,234,567,890'",
        "25,USD,25 USD,USD 25"
    })
    void moneyIsWrittenAsPeopleReadIt(long amount, String currency, String vietnamese, String english) {
        assertThat(new Money(amount, currency).in(Language.VI)).isEqualTo(vietnamese);
        assertThat(new Money(amount, currency).in(Language.EN)).isEqualTo(english);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theWordsAreThoseOfTheSample(Occasion occasion, Wording wording, String text, int units, int parts) {
        var letter = phrasebook.sms(occasion, Language.VI);

        assertThat(letter).isEqualTo(new Letter(wording, 1, Language.VI, null, text.replace("{code}", CODE)));
        assertThat(SmsText.of(letter.text())).isEqualTo(new SmsText(letter.text(), true, units, parts));
        assertThat(SmsText.of(withoutDiacritics(letter.text())))
                .extracting(SmsText::unicode, SmsText::units, SmsText::parts)
                .containsExactly(false, units, 1);
    }

    @Test
    void aResultThatGoesByPostInvitesNobodyToACounter() {
        var byPost = new Occasion.Completed(CODE, day(10, 2), day(13, 2), ReturnWay.POST, SHOP);

        assertThat(phrasebook.sms(byPost, Language.VI).text())
                .isEqualTo("Hồ sơ " + CODE + " đã có kết quả. Kết quả được gửi qua bưu điện đến địa chỉ đã đăng ký.")
                .doesNotContain("Mời");
    }

    @Test
    void anElectronicResultIsFetchedFromThePortal() {
        var electronic = new Occasion.Completed(CODE, day(10, 2), null, ReturnWay.ELECTRONIC, SHOP);

        assertThat(phrasebook.sms(electronic, Language.VI).text())
                .isEqualTo("Hồ sơ " + CODE + " đã có kết quả. Mời ông/bà nhận kết quả điện tử trên Cổng Dịch vụ công.");
    }

    @Test
    void aResultOnTheAppointedDayIsNotEarlyWhateverTheHour() {
        var atDawn = new Occasion.Completed(
                CODE, Instant.parse("2022-06-12T17:00:00Z"), day(13, 10), ReturnWay.COUNTER, SHOP);
        var lateTheDayBefore = new Occasion.Completed(
                CODE, Instant.parse("2022-06-12T16:59:59Z"), day(13, 10), ReturnWay.COUNTER, SHOP);

        assertThat(atDawn.wording()).isEqualTo(Wording.RESULT_READY);
        assertThat(lateTheDayBefore.wording()).isEqualTo(Wording.RESULT_EARLY);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEmailSaysTheSameBetweenGreetingAndClosing(Occasion occasion, Wording wording, String text) {
        var letter = phrasebook.email(occasion, Language.VI);

        assertThat(letter.subject()).startsWith("Hồ sơ " + CODE + ": ");
        assertThat(letter.text())
                .startsWith("Kính gửi ông/bà,\n\n" + text.replace("{code}", CODE) + "\n\n")
                .endsWith("xin ông/bà không trả lời thư.");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whoAskedForEnglishIsWrittenToInEnglish(Occasion occasion) {
        var letter = phrasebook.sms(occasion, Language.EN);

        assertThat(SmsText.of(letter.text())).extracting(SmsText::unicode).isEqualTo(false);
        assertThat(phrasebook.email(occasion, Language.EN).subject()).startsWith("Dossier " + CODE);
        assertThat(letter.text()).contains(CODE).doesNotContain("{");
    }

    @Test
    void theShortFormLeavesOutWhatCanBeLong() {
        var longName = new Name("Bộ phận Một cửa " + "Trung tâm ".repeat(20), null);
        var accepted = new Occasion.Accepted(CODE, NINE, day(13, 2), longName, AGENCY);
        var refused = new Occasion.Refused(CODE, new Name("lý do ".repeat(60), null));

        var reason = new Name("lý do ".repeat(60), null);
        for (Occasion occasion : List.of(
                accepted,
                refused,
                new Pause.Stopped(CODE, reason),
                new Amendment.Voided(CODE, reason),
                new Amendment.Transferred(CODE, longName))) {
            assertThat(SmsText.of(phrasebook.sms(occasion, Language.VI).text()).parts())
                    .isGreaterThan(3);
            assertThat(SmsText.of(phrasebook.shortSms(occasion, Language.VI).text())
                            .parts())
                    .isEqualTo(2);
        }
    }

    @Test
    void theShortFormIsTheTextItselfWhereNothingInItCanBeLong() {
        var returned = new Occasion.Returned(CODE, NINE);

        assertThat(phrasebook.shortSms(returned, Language.VI)).isEqualTo(phrasebook.sms(returned, Language.VI));
    }

    @Test
    void everyWordingHasWordsInBothLanguages() {
        var all = Stream.concat(
                        Stream.concat(samples(), ownTexts()).map(sample -> (Occasion) sample.get()[0]),
                        Stream.of(ReturnWay.values()).map(way -> new Occasion.Completed(CODE, NINE, null, way, SHOP)))
                .toList();

        assertThat(all).extracting(Occasion::wording).contains(Wording.values());
        for (var occasion : all) {
            for (var language : Language.values()) {
                assertThat(phrasebook.email(occasion, language).text())
                        .doesNotContain("{")
                        .doesNotContain("://");
            }
        }
    }

    @Test
    void textsAreComposedAndOnOneLineWhateverTheCatalogueHolds() {
        var decomposed = Normalizer.normalize("không đủ\n giấy\u0000 tờ $1", Normalizer.Form.NFD);
        var letter = phrasebook.sms(new Occasion.Refused(CODE, new Name(decomposed, null)), Language.VI);

        assertThat(letter.text())
                .isEqualTo("Hồ sơ " + CODE
                        + " không được tiếp nhận. Lý do: không đủ giấy tờ $1. Chi tiết xem trên Cổng Dịch vụ công.");
    }

    @Test
    void aTextWithAnEmptyPlaceIsABug() {
        assertThatThrownBy(() -> phrasebook.sms(new Occasion.Refused(null, REASON), Language.VI))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("code");
    }

    private static Arguments own(Occasion occasion, String text, int parts) {
        return Arguments.of(occasion, text, parts);
    }

    private static Arguments sample(Occasion occasion, Wording wording, String text, int units, int parts) {
        return Arguments.of(occasion, wording, text, units, parts);
    }

    private static Instant day(int day, int hourUtc) {
        return LocalDate.of(2022, 6, day).atTime(hourUtc, 0).toInstant(java.time.ZoneOffset.UTC);
    }

    private static String withoutDiacritics(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }
}
