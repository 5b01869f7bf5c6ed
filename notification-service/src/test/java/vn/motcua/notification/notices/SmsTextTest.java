package vn.motcua.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {

    @ParameterizedTest
    @CsvSource({
        "a, 160, false, 160, 1",
        "a, 161, false, 161, 2",
        "a, 306, false, 306, 2",
        "a, 307, false, 307, 3",
        "a, 459, false, 459, 3",
        "a, 460, false, 460, 4",
        "ơ, 70, true, 70, 1",
        "ơ, 71, true, 71, 2",
        "ơ, 134, true, 134, 2",
        "ơ, 135, true, 135, 3",
        "{}, 1, false, 4, 1",
        "€, 80, false, 160, 1",
        "à, 160, false, 160, 1"
    })
    void partsAreCountedAsNetworksCount(String piece, int times, boolean unicode, int units, int parts) {
        var text = piece.repeat(times);

        assertThat(SmsText.of(text)).isEqualTo(new SmsText(text, unicode, units, parts));
    }

    /** The samples of texts that other events will need: their cost is known before they come. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hồ sơ H03.13-220608-0001 cần bổ sung, hoàn thiện giấy tờ. Hạn bổ sung: 22/06/2022. Chi tiết xem trên Cổng Dịch vụ công.|119|2",
                "Đã nhận giấy tờ bổ sung của hồ sơ H03.13-220608-0001. Thời gian hẹn trả kết quả mới: 14:00 20/06/2022.|102|2",
                "Hồ sơ H03.13-220608-0001 cần nộp phí, lệ phí 200.000 đồng. Hạn nộp: 22/06/2022. Vui lòng thanh toán trên Cổng Dịch vụ công.|123|2",
                "Đã ghi nhận thanh toán 200.000 đồng cho hồ sơ H03.13-220608-0001.|65|1",
                "Cơ quan giải quyết xin lỗi vì chậm trả kết quả hồ sơ H03.13-220608-0001. Thời gian hẹn trả mới: 16/06/2022. Lý do xem tại phiếu xin lỗi trên Cổng Dịch vụ công.|159|3",
                "Hồ sơ H03.13-220608-0001 đã dừng giải quyết. Lý do: quá thời hạn bổ sung giấy tờ.|81|2"
            })
    void otherSamplesCostWhatIsKnown(String text, int units, int parts) {
        assertThat(SmsText.of(text)).isEqualTo(new SmsText(text, true, units, parts));
    }

    @Test
    void aDecomposedTextIsComposedFirst() {
        var decomposed = Normalizer.normalize("Hồ sơ", Normalizer.Form.NFD);

        assertThat(decomposed).hasSize(8);
        assertThat(SmsText.of(decomposed)).isEqualTo(new SmsText("Hồ sơ", true, 5, 1));
    }

    @Test
    void whatCostsTwoIsNotCutInTwo() {
        // 152 septets, then a brace that does not fit into the part's last one.
        assertThat(SmsText.of("a".repeat(152) + "{" + "a".repeat(152)).parts()).isEqualTo(3);
        assertThat(SmsText.of("a".repeat(151) + "{" + "a".repeat(153)).parts()).isEqualTo(2);
        assertThat(SmsText.of("ơ".repeat(66) + "😀" + "ơ".repeat(66)).parts()).isEqualTo(3);
    }
}
