package vn.motcua.local.outside.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemCodeTest {

    @ParameterizedTest
    @CsvSource({"47312482,9", "00000001,4", "12345678,5", "73160111,0"})
    void theCheckDigitIsThatOfTheUniversalPostalUnion(String digits, int check) {
        assertThat(ItemCode.check(digits)).isEqualTo(check);
    }

    @Test
    void aRegisteredItemOfVietNam() {
        assertThat(ItemCode.registered(47312482)).isEqualTo("RR473124829VN");
    }
}
