package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on a receipt, as it is drawn, printed, typed and kept. */
class RatingCodeTest {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final UUID DOSSIER = UUID.fromString("01814200-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01814200-0000-7000-8000-000000000002");

    @Test
    void eachIsTenSignsInTwoGroupsAndAnother() {
        var chance = new SecureRandom();
        var seen = new HashSet<String>();
        for (int i = 0; i < 2_000; i++) {
            var code = RatingCode.draw(chance);
            assertThat(code.text()).matches("[" + SIGNS + "]{5}-[" + SIGNS + "]{5}");
            assertThat(seen.add(code.text())).isTrue();
        }
        assertThat(String.join("", seen).replace("-", "").chars().distinct().count())
                .as("every sign is drawn")
                .isEqualTo(32);
    }

    @Test
    void itIsGoodForItsDossierAndEveryOtherIsNot() {
        var code = RatingCode.draw(new Random(3));
        var kept = List.of(RatingCode.draw(new Random(4)).digest(DOSSIER), code.digest(DOSSIER));

        assertThat(code.isOneOf(kept, DOSSIER)).isTrue();
        assertThat(code.isOneOf(kept, OTHER)).isFalse();
        assertThat(code.isOneOf(List.of(), DOSSIER)).isFalse();
        assertThat(code.digest(DOSSIER)).hasSize(32).isNotEqualTo(code.digest(OTHER));
        for (var changed : changedInOnePlace(code.text())) {
            assertThat(read(changed).isOneOf(kept, DOSSIER)).as(changed).isFalse();
        }
    }

    @Test
    void whatEyesAndKeyboardsDoToItIsForgiven() {
        var kept = List.of(read("01A0B-1C1D0").digest(DOSSIER));

        for (var typed : List.of(
                "01A0B-1C1D0",
                "01a0b1c1d0",
                " 01A0B – 1C1D0 ",
                "0 1 A 0 B 1 C 1 D 0",
                "O1AOB-lCiDo",
                "oIaob\u00a0LcId0",
                "-01A0B1C1D0-")) {
            assertThat(read(typed).isOneOf(kept, DOSSIER)).as(typed).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "01A0B-1C1D", "01A0B-1C1D00", "01A0B-1C1DU", "01A0B_1C1D0", "01A0B-1C1DĐ", "0١A0B-1C1D0"
            })
    void whatHasNotItsFormIsNone(String typed) {
        assertThat(RatingCode.read(typed)).isEmpty();
    }

    @Test
    void nothingButThePaperTellsIt() {
        var code = RatingCode.draw(new Random(5));

        assertThat(code).hasToString("RatingCode[…]");
        assertThat(new StepRequest.RatingByCode(code.text(), 5, null, null).toString())
                .doesNotContain(code.text());
    }

    /** All 310 of them. */
    private static List<String> changedInOnePlace(String text) {
        var all = new HashSet<String>();
        for (int place = 0; place < text.length(); place++) {
            for (var sign : SIGNS.split("")) {
                if (text.charAt(place) != '-') {
                    all.add(text.substring(0, place) + sign + text.substring(place + 1));
                }
            }
        }
        all.remove(text);
        assertThat(all).hasSize(310);
        return List.copyOf(all);
    }

    private static RatingCode read(String typed) {
        return RatingCode.read(typed).orElseThrow();
    }
}
