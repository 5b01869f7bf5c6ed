package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarTest {

    @Test
    void aBarSaysInTwoLanguagesWhatToDoNext() {
        for (var bar : Bar.values()) {
            assertThat(bar.vi())
                    .as(bar.name())
                    .endsWith(".")
                    .matches("\\p{Lu}.*[À-ỹ].*")
                    .isEqualTo(Normalizer.normalize(bar.vi(), Normalizer.Form.NFC))
                    .doesNotContain("  ");
            assertThat(bar.en())
                    .as(bar.name())
                    .endsWith(".")
                    .matches("\\p{Lu}.*")
                    .doesNotContain("  ");
        }
    }

    @Test
    void whatLiesInTheRequestNamesTheField() {
        assertThat(Bar.REASON_MISSING.pointer()).isEqualTo(Optional.of("/reason"));
        assertThat(Bar.NO_RESULT_YET.pointer()).isEmpty();
    }

    @Test
    void everyBarThatAnOfficerMeetsInTheTableLiesInTheDossier() {
        for (var block : TransitionTable.read().blocks()) {
            for (var line : block.lines()) {
                if (line.result().startsWith("!") && block.step() != Step.RETURN) {
                    assertThat(Bar.valueOf(line.result().substring(1)).pointer())
                            .as(block.step().word() + " " + line.names())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void noTwoBarsSayTheSame() {
        var told = new HashSet<String>();
        for (var bar : Bar.values()) {
            assertThat(told.add(bar.vi())).as(bar.name()).isTrue();
            assertThat(told.add(bar.en())).as(bar.name()).isTrue();
        }
    }
}
