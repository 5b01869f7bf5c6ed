package vn.motcua.dossier.proving;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.edge.Problem;

class EarlyRootResourceTest {

    @Test
    void nobodyEndsADayWhereTimeIsReal() {
        var inProduction = new EarlyRootResource(null, null, Optional.empty());
        assertThatThrownBy(() -> inProduction.end("2022-06-08"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("forbidden");
    }
}
