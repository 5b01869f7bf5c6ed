package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.lifecycle.LegalProfile;

class LegalProfilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "1990-01-01, 2022",
        "2022-06-08, 2022",
        "2025-06-30, 2022",
        "2025-07-01, 2025",
        "2026-06-30, 2025",
        "2026-07-01, 2026",
        "2040-01-01, 2026",
    })
    void aDayHasTheProfileOfTheLifecycle(LocalDate day, String profile) {
        assertThat(LegalProfiles.on(day).profile()).isEqualTo(profile);
        assertThat(LegalProfile.on(day).year()).isEqualTo(profile);
        assertThat(LegalProfiles.of(profile)).isEqualTo(LegalProfiles.on(day));
    }

    @Test
    void theRulesOf2022AreThoseOfDecree61() {
        assertThat(LegalProfiles.of("2022"))
                .isEqualTo(new LegalRules(
                        "2022",
                        LocalDate.of(2018, 6, 21),
                        8,
                        3,
                        1,
                        "RESTART",
                        30,
                        true,
                        "RESUME",
                        30,
                        1,
                        1,
                        1,
                        8,
                        LocalTime.of(15, 0),
                        "REFUSAL"));
    }

    @Test
    void fromTheYear2025AStopHasAFormOfItsOwn() {
        assertThat(LegalProfiles.of("2025").stopForm()).isEqualTo("STOP_NOTICE");
        assertThat(LegalProfiles.of("2026").stopForm()).isEqualTo("STOP_NOTICE");
    }

    @Test
    void anUnknownProfileIsNotGuessed() {
        assertThatThrownBy(() -> LegalProfiles.of("2030"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("2030");
    }

    /** No rule may claim to rest on a decree whose body nobody has read. */
    @Test
    void nothingClaimsToRestOnATextThatWasNotRead() {
        for (LegalProfileEntry profile : LegalProfiles.shipped().profiles()) {
            profile.rules().forEach((name, rule) -> {
                if (rule.certainty() == LegalProfileEntry.Certainty.READ) {
                    assertThat(rule.source())
                            .as(profile.profile() + " " + name)
                            .containsPattern("Decree 61/2018|Circular 01/2018|Circular 03/2025")
                            .doesNotContain("not read:");
                }
            });
        }
    }

    @Test
    void thePageForTheLawyerSaysWhatTheDataSays() throws IOException {
        List<String> page = Files.readAllLines(Path.of("LEGAL.md"));
        String section = null;
        var shown = new TreeSet<String>();
        for (String line : page) {
            if (line.startsWith("## Profile ")) {
                section = line.substring("## Profile ".length(), "## Profile ".length() + 4);
            } else if (line.startsWith("## ")) {
                section = null;
            } else if (section != null && line.startsWith("| `")) {
                shown.add(section + " " + line);
            }
        }
        var held = new TreeSet<String>();
        LegalProfiles profiles = LegalProfiles.shipped();
        for (LegalProfileEntry profile : profiles.profiles()) {
            long open = profile.rules().values().stream()
                    .filter(rule -> rule.certainty() != LegalProfileEntry.Certainty.READ)
                    .count();
            int all = profile.rules().size();
            assertThat(page)
                    .contains(
                            "## Profile " + profile.profile() + ": "
                                    + profile.names().en() + ", from " + profile.validFrom(),
                            (all - open) + " of " + all + " rules rest on a text that was read; " + open
                                    + " are to be confirmed.");
            profile.rules()
                    .forEach((name, rule) -> held.add(profile.profile() + " | `" + name + "` "
                            + profiles.name(name).en() + " | "
                            + profiles.name(name).vi() + " | " + rule.value().asText() + " | " + rule.source() + " | "
                            + rule.certainty() + " |"));
        }
        assertThat(shown).isEqualTo(held);
    }

    @Test
    void thePageAnswersEveryOpenPoint() throws IOException {
        String page = Files.readString(Path.of("LEGAL.md"));
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(i -> "| G" + i + " | "))
                .allSatisfy(point -> assertThat(page).containsOnlyOnce(point));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/profiles/0/rules/replyHours/value             | 0           | profile 2022 replyHours cannot be 0",
                "/profiles/0/rules/replyHours/value             | \"8\"       | replyHours cannot be",
                "/profiles/0/rules/replyHours/value             | 8.5         | replyHours cannot be",
                "/profiles/0/rules/replyHours/value             | null        | needs a value, a source and a certainty",
                "/profiles/0/rules/replyHours/source            | \" \"       | needs a value, a source and a certainty",
                "/profiles/0/rules/replyHours/certainty         | \"SURE\"    | SURE",
                "/profiles/0/rules/supplementClockPolicy/value  | \"WAIT\"    | supplementClockPolicy cannot be",
                "/profiles/0/rules/paymentClockPolicy/value     | 1           | paymentClockPolicy cannot be",
                "/profiles/0/rules/sameDayUntil/value           | \"25:00\"   | sameDayUntil cannot be",
                "/profiles/0/rules/stopForm/value               | \"LETTER\"  | stopForm cannot be",
                "/profiles/0/rules/prepaidBeforeSubmission/value| \"yes\"     | prepaidBeforeSubmission cannot be",
                "/profiles/0/rules/remindDays                   | {\"value\": 1, \"source\": \"s\", \"certainty\": \"READ\"} | unknown rule remindDays",
                "/profiles/1/validFrom                          | \"2018-06-21\" | profile 2025 does not begin after",
                "/profiles/1/validity                           | 1           | validity",
                "/profiles                                      | []          | there is no profile",
                "/rules/replyHours                              | -           | the names are not those of",
                "/profiles/2/rules/dueSoonDays                  | -           | profile 2026 lacks dueSoonDays",
            })
    void aFaultyFileStopsTheStart(String place, String value, String fault) throws IOException {
        JsonNode file = JSON.readTree(getClass().getResourceAsStream("/catalogue/legal-profiles.json"));
        int last = place.strip().lastIndexOf('/');
        ObjectNode parent = (ObjectNode) file.at(place.strip().substring(0, last));
        String field = place.strip().substring(last + 1);
        if (value.equals("-")) {
            parent.remove(field);
        } else {
            parent.set(field, JSON.readTree(value));
        }
        assertThatThrownBy(() -> LegalProfiles.of(file))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(fault.strip());
    }
}
