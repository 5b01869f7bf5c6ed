package vn.motcua.notification.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0912345601, +84912345601",
        "+84912345601, +84912345601",
        "84912345601, +84912345601",
        "091 234 56 01, +84912345601",
        "0912.345.601, +84912345601",
        "0323456789, +84323456789",
        "0563456789, +84563456789",
        "0703456789, +84703456789",
        "0813456789, +84813456789"
    })
    void aMobileNumberIsReadInEveryUsualForm(String given, String e164) {
        assertThat(MobileNumber.e164(given)).contains(e164);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "02093870123",
                "+842093870123",
                "19001234",
                "113",
                "0012345678",
                "+12025550123",
                "091234560",
                "09123456011",
                "không có",
                "0912345601 hoặc 0912345602, gọi buổi sáng"
            })
    void landlinesForeignAndBrokenNumbersGetNoSms(String given) {
        assertThat(MobileNumber.e164(given)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.vn", "by.post@example.vn", "x+y_z@mail.backan.gov.vn", " a@example.vn "})
    void whatIsAnAddressIsOne(String given) {
        assertThat(EmailAddress.of(given)).contains(given.strip());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "a",
                "a@",
                "@example.vn",
                "a@example",
                "a b@example.vn",
                "a@exa mple.vn",
                "A <a@example.vn>",
                "a@example.vn,b@example.vn",
                "a@example.vn\r\nBcc: b@example.vn",
                "ngọc@example.vn",
                "a@-example.vn",
                "a@example..vn"
            })
    void whatIsNotAnAddressGetsNoEmail(String given) {
        assertThat(EmailAddress.of(given)).isEmpty();
    }

    @Test
    void anAddressLongerThanAnEnvelopeTakesIsNone() {
        assertThat(EmailAddress.of("a@" + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60) + "."
                        + "e".repeat(60) + "." + "f".repeat(20) + ".vn"))
                .isEmpty();
    }
}
