package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodeTest {

    @Test
    void aCodeIsTheAgencyTheDayAndTheNumber() {
        var code = new DossierCode("H03.01", LocalDate.of(2022, 6, 8), 1);

        assertThat(code.text()).isEqualTo("H03.01-220608-0001");
        assertThat(DossierCode.parse("H03.01-220608-0001")).contains(code);
    }

    /** The examples of the circular and of provinces, by the earlier and the present agency code. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "000.17.22.H56-210531-0001",
                "000.00.14.H56-200203-0118",
                "000.00.00.H05-260818-0001",
                "H29.15-240509-0001",
                "H03.13.02-220608-123456"
            })
    void codesOfBothSchemesAreRead(String text) {
        assertThat(DossierCode.parse(text).map(DossierCode::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H03.01-220230-0001",
                "H03.01-221301-0001",
                "H03.01-220608-0000",
                "H03.01-220608-001",
                "H03.01-220608-1234567",
                "Z03.01-220608-0001",
                "h03.01-220608-0001",
                "H03.01.-220608-0001",
                "H03.01-220608-0001 ",
                "H03.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-220608-0001",
                ""
            })
    void whatIsNoCodeIsNotRead(String text) {
        assertThat(DossierCode.parse(text)).isEmpty();
    }
}
