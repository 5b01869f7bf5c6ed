package vn.motcua.postal.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingNumberTest {

    @ParameterizedTest
    @CsvSource({"47312482, 9", "00000001, 4", "12345678, 5", "73160111, 0"})
    void theCheckDigitIsThatOfTheStandard(String eight, int digit) {
        assertThat(TrackingNumber.checkDigit(eight)).isEqualTo(digit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RR473124829VN", "HCC-0001", "12345", "rr473124828vn", "PHS88123456789"})
    void otherShapesThanTheInternationalOneAreOpaque(String text) {
        assertThat(new TrackingNumber(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RR473124828VN", "", " ", "RR 473", "số"})
    void aWrongCheckDigitOrInvisibleSignsAreNoNumber(String text) {
        assertThatThrownBy(() -> new TrackingNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsNoNumber() {
        assertThat(TrackingNumber.plausible(null)).isFalse();
        assertThat(TrackingNumber.plausible("x".repeat(65))).isFalse();
    }
}
