package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    @ParameterizedTest
    @CsvSource({
        "H03,       H03,          true",
        "H03,       H03.01,       true",
        "H03,       H03.01.02,    true",
        "H03.01,    H03.01,       true",
        "H03.01,    H03.01.02,    true",
        "H03.01,    H03.010,      false",
        "H03.01,    H03.011.02,   false",
        "H03.01,    H03.02,       false",
        "H03.01,    H03,          false",
        "H03.01,    H0,           false",
        "H03.01,    h03.01,       false",
        "H03.01,    XH03.01,      false",
        "H03.01,    '',           false",
        "H03.01,    ,             false",
        ",          H03.01,       false",
        ",          ,             false"
    })
    void anAgencyCoversItselfAndWhatIsBelowIt(String agency, String asked, boolean covered) {
        assertThat(caller(agency).covers(asked)).isEqualTo(covered);
    }

    @Test
    void groupsThatAreNoRoleOfOursArePassedOver() {
        assertThat(Role.of(Set.of("citizen", "offline_access", "CITIZEN", ""))).containsExactly(Role.CITIZEN);
    }

    private static Caller caller(String agency) {
        return new Caller("s", Set.of(Role.OFFICER), agency, null, null);
    }
}
