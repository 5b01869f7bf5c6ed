package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0912345678, +84912345678, true",
        "0912 345 678, +84912345678, true",
        "+84 91-234.5678, +84912345678, true",
        "84912345678, +84912345678, true",
        "0321234567, +84321234567, true",
        "0551234567, +84551234567, true",
        "0871234567, +84871234567, true",
        "(0209) 3810000, +842093810000, false",
        "01621234567, +84321234567, true",
        "01201234567, +84701234567, true",
        "01991234567, +84591234567, true"
    })
    void numbersOfThisCountryAreReadInAnyWriting(String given, String e164, boolean mobile) {
        assertThat(PhoneNumber.read(given)).contains(new PhoneNumber(e164, mobile));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0952345678",
                "091234567",
                "09123456789",
                "0111234567",
                "0601234567",
                "113",
                "+8591234567",
                "abc",
                ""
            })
    void othersAreNot(String given) {
        assertThat(PhoneNumber.read(given)).isEmpty();
    }
}
