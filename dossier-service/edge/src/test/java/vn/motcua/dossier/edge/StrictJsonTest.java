package vn.motcua.dossier.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of an import are read as strictly as bodies. */
class StrictJsonTest {

    record Step(String step, Instant at) {}

    record Line(String source, String sourceId, List<Step> steps, Step last) {}

    private final StrictJson json = new StrictJson();

    @Test
    void aLineIsRead() {
        var line =
                "{\"source\":\"old\",\"sourceId\":\"7\",\"steps\":[{\"step\":\"acceptance\",\"at\":\"2022-06-08T02:00:00Z\"}]}";
        assertThat(json.read(bytes(line), Line.class))
                .isEqualTo(new Line(
                        "old", "7", List.of(new Step("acceptance", Instant.parse("2022-06-08T02:00:00Z"))), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"source\":7}|WRONG_TYPE|/source",
                "{\"steps\":[{},{\"step\":true}]}|WRONG_TYPE|/steps/1/step",
                "{\"steps\":[{\"until\":1}]}|UNKNOWN_FIELD|/steps/0/until",
                "{\"last\":{\"at\":\"yesterday\"}}|WRONG_TYPE|/last/at",
                "{\"steps\":[{\"step\":\"a\\u0000\"}]}|MALFORMED|/steps/0/step",
                "{\"a\\u0000\":1}|MALFORMED|''",
                "{\"steps\":[{\"step\":\"a\\ufffe\"}]}|MALFORMED|/steps/0/step",
                "{\"steps\":[{\"step\":\"\\uffffa\"}]}|MALFORMED|/steps/0/step",
                "{\"a\\uffff\":1}|MALFORMED|''"
            })
    void aLineThatIsWrongIsRefusedByItsPointer(String line, ProblemType type, String pointer) {
        assertThatThrownBy(() -> json.read(bytes(line), Line.class)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(type);
            assertThat(problem.faults()).extracting(Problem.Fault::where).containsExactly(pointer);
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
