package vn.motcua.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts the generated lines again, with none of the generator's own bookkeeping. */
class PastCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<PastCases.Target> targets() {
        return Stream.of(Demo.PLANNING, Demo.JUSTICE);
    }

    /** Against written digests: what two calls in one JVM agree on may still differ in the next JVM. */
    @ParameterizedTest
    @CsvSource({
        "planning-and-investment, 5e3ac7ce2cc2e2e205de6cc9bed092d5f8a7f7282212a68215f53579cc72bac5",
        "justice,                 6efdc4bc58631cb648a1ab03cc95e19545e8b19ef91aa145257f0e6a5ed2cbca",
    })
    void theBytesAreTheSameInEveryRun(String name, String digest) throws NoSuchAlgorithmException {
        var target = targets().filter(one -> one.name().equals(name)).findAny().orElseThrow();
        var bytes = String.join("\n", PastCases.lines(target)).getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(digest);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatCountsAddsUpToTheArticle(PastCases.Target target) {
        var counted = dossiers(target).stream()
                .filter(one -> target.agency().equals(one.path("agency").asText()))
                .filter(one -> within(step(one, "acceptance"), LocalDate.of(2022, 1, 1), target.to()))
                .toList();
        var resolved = counted.stream()
                .filter(one -> within(step(one, "completion"), LocalDate.MIN, target.to()))
                .toList();
        assertThat(counted).hasSize(target.resolved() + target.open());
        assertThat(resolved).hasSize(target.resolved());
        assertThat(resolved.stream()
                        .filter(one -> "ONLINE".equals(one.path("channel").asText())))
                .hasSize(target.online());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void atLeastAFifthMustNotCountAndSomeLinesComeTwice(PastCases.Target target) {
        var lines = PastCases.lines(target);
        var dossiers = dossiers(target).size();
        assertThat(dossiers - target.resolved() - target.open()).isGreaterThanOrEqualTo(dossiers / 5);
        assertThat(lines.size()).isGreaterThan(dossiers);
    }

    /** What must not count is of every kind, or the figures would agree by being blind to the rest. */
    @ParameterizedTest
    @MethodSource("targets")
    void otherAgenciesHaveDossiersOfEveryKind(PastCases.Target target) {
        var others = dossiers(target).stream()
                .filter(one -> !target.agency().equals(one.path("agency").asText()))
                .toList();
        assertThat(others.stream().map(one -> one.path("agency").asText()).distinct())
                .containsExactlyInAnyOrder("H03.03", "H03.04", "H03.05");
        assertThat(others.stream().map(one -> one.path("procedure").asText()).distinct())
                .containsExactlyInAnyOrder("1.900302", "1.900403", "1.900501");
        assertThat(others.stream().map(one -> one.path("channel").asText()).distinct())
                .containsExactlyInAnyOrder("ONLINE", "COUNTER");
    }

    @Test
    void noCodeIsGivenTwiceAcrossTheFiles() {
        var codes = new HashSet<String>();
        targets()
                .flatMap(target -> dossiers(target).stream())
                .forEach(one -> assertThat(codes.add(one.path("code").asText()))
                        .as(one.path("code").asText())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyLifeGoesForwardInTimeAndEndsBeforeTheDayOfTheArticle(PastCases.Target target) {
        for (var one : dossiers(target)) {
            var times = StreamSupport.stream(one.path("steps").spliterator(), false)
                    .map(step -> OffsetDateTime.parse(step.path("at").asText()))
                    .toList();
            assertThat(times).isSorted().isNotEmpty();
            assertThat(times.get(times.size() - 1)).isBefore(OffsetDateTime.parse("2022-06-08T09:00:00+07:00"));
        }
    }

    private static List<JsonNode> dossiers(PastCases.Target target) {
        return PastCases.lines(target).stream()
                .distinct()
                .map(PastCasesTest::parsed)
                .toList();
    }

    private static LocalDate step(JsonNode dossier, String name) {
        return StreamSupport.stream(dossier.path("steps").spliterator(), false)
                .filter(step -> name.equals(step.path("step").asText()))
                .map(step -> OffsetDateTime.parse(step.path("at").asText()).toLocalDate())
                .findFirst()
                .orElse(null);
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return day != null && !day.isBefore(from) && !day.isAfter(to);
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException bug) {
            throw new AssertionError(bug);
        }
    }
}
