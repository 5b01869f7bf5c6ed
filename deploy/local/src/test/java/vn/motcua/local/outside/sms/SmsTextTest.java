package vn.motcua.local.outside.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {

    @ParameterizedTest
    @CsvSource({"a,160,1", "a,161,2", "a,306,2", "a,307,3", "ơ,70,1", "ơ,71,2", "ơ,134,2", "ơ,135,3", "{,80,1", "{,81,2"
    })
    void partsFollowTheAlphabetThatTheTextNeeds(String character, int times, int parts) {
        assertThat(SmsText.parts(character.repeat(times))).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"Ho so H03.13-220608-0001,false", "Hồ sơ,true", "à è é ì ò ù,false", "đ,true", "ã,true", "{}€,false"})
    void vietnameseNeedsUnicodeUnlessThePhoneAlphabetHappensToHaveIt(String text, boolean unicode) {
        assertThat(SmsText.needsUnicode(text)).isEqualTo(unicode);
    }
}
