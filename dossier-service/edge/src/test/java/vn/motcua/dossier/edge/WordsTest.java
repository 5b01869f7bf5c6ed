package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        ",VI",
        "'',VI",
        "vi,VI",
        "en,EN",
        "en-GB,EN",
        "fr,VI",
        "*,VI",
        "'fr;q=0.9, en;q=0.8',EN",
        "'en;q=0.5, vi;q=0.9',VI",
        "'vi-VN,en;q=0.7',VI",
        "';;q=x',VI",
        "'en;q=7',VI"
    })
    void vietnameseUnlessEnglishIsPreferred(String header, Language language) {
        assertThat(Language.of(header)).isEqualTo(language);
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemHasAnErrorStatusAndBothTitles(ProblemType type) {
        assertThat(type.status()).isBetween(400, 599);
        assertThat(type.urn()).matches("urn:motcua:problem:[a-z]+(-[a-z]+)*");
        assertThat(type.title(Language.EN)).matches("\\p{ASCII}+");
        assertThat(type.title(Language.VI))
                .isNotEqualTo(type.title(Language.EN))
                .matches(".*[^\\p{ASCII}].*");
    }

    @Test
    void noTwoProblemsShareAName() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::urn)).doesNotHaveDuplicates();
    }
}
