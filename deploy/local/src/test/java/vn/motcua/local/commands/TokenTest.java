package vn.motcua.local.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    @Test
    void aCitizenHasNoAgencyAnOfficerJusticeAStatisticianTheProvince() {
        assertThat(Token.request("citizen", "H03.01", 3).agency()).isNull();
        assertThat(Token.request("citizen", null, 3).citizen()).isEqualTo("3");
        assertThat(Token.request("officer", null, 1).agency()).isEqualTo("H03.01");
        assertThat(Token.request("officer", "H03.02", 4).subject()).isEqualTo("officer-4");
        assertThat(Token.request("statistics", null, 1).agency()).isEqualTo("H03");
        assertThat(Token.request("admin", null, 1).agency()).isEqualTo("H03");
        assertThat(Token.request("operator", null, 1).roles()).isEqualTo(Set.of("operator"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "emperor", "officer --agency", "officer --as 0", "officer --agency h03", "officer --for 3"})
    void whatIsNotUnderstoodIsRefused(String arguments) {
        assertThatThrownBy(
                        () -> new Token(Path.of("."), arguments.isEmpty() ? List.of() : List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
