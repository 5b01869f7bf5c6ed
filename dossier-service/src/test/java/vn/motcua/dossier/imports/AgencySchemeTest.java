package vn.motcua.dossier.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencySchemeTest {

    @ParameterizedTest
    @CsvSource({
        "000.00.14.H56, H56.14",
        "000.17.22.H56, H56.22.17",
        "003.17.22.H56, H56.22.17.003",
        "000.00.00.H05, H05",
        "010.00.20.H03, H03.20.00.010",
        "H03, H03",
        "H03.14.02, H03.14.02",
        "H03.00, H03.00"
    })
    void theEarlierSchemeIsReadFromRightToLeft(String code, String present) {
        assertThat(AgencyScheme.present(code)).isEqualTo(present);
    }
}
