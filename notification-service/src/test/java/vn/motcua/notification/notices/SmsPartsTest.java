package vn.motcua.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class SmsPartsTest {

    @Property(tries = 300)
    void partsNeverHoldMoreThanTheyCan(@ForAll @StringLength(max = 500) String text) {
        check(text);
    }

    @Property(tries = 300)
    void norDoPartsOfPlainTextWithBraces(
            @ForAll @StringLength(max = 700) @CharRange(from = 'x', to = '~') String text) {
        check(text);
    }

    private static void check(String text) {
        var sms = SmsText.of(text);
        int chained = sms.unicode() ? 67 : 153;
        int alone = sms.unicode() ? 70 : 160;

        assertThat(Normalizer.isNormalized(sms.content(), Normalizer.Form.NFC)).isTrue();
        assertThat(sms.parts() == 1).isEqualTo(sms.units() <= alone);
        if (sms.parts() > 1) {
            assertThat(sms.parts() * chained).isGreaterThanOrEqualTo(sms.units());
            assertThat((sms.parts() - 1) * (chained - 1)).isLessThan(sms.units());
        }
    }
}
