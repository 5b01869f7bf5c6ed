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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.lifecycle.ClockPolicy;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.lifecycle.FormList;
import vn.motcua.dossier.lifecycle.LegalRules;

class LegalProfilesTest {

    private static final LegalProfiles SHIPPED = LegalProfiles.shipped();
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
    void aDayHasTheProfileInForceOnIt(LocalDate day, String profile) {
        assertThat(SHIPPED.on(day).profile()).isEqualTo(profile);
        assertThat(SHIPPED.of(profile)).isEqualTo(SHIPPED.on(day));
    }

    @Test
    void theRulesOf2022AreThoseOfDecree61() {
        assertThat(SHIPPED.of("2022"))
                .isEqualTo(new LegalRules(
                        "2022",
                        LocalDate.of(2018, 6, 21),
                        8,
                        3,
                        1,
                        ClockPolicy.RESTART,
                        30,
                        true,
                        ClockPolicy.RESUME,
                        30,
                        1,
                        1,
                        1,
                        8,
                        LocalTime.of(15, 0),
                        Form.REFUSAL,
                        FormList.TT_01_2018));
    }

    @Test
    void fromTheYear2025AStopHasAFormOfItsOwn() {
        assertThat(SHIPPED.of("2025").stopForm()).isEqualTo(Form.STOP_NOTICE);
        assertThat(SHIPPED.of("2026").stopForm()).isEqualTo(Form.STOP_NOTICE);
    }

    @Test
    void anUnknownProfileIsNotGuessed() {
        assertThatThrownBy(() -> SHIPPED.of("2030"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("2030");
    }

    /** No rule may claim to rest on a decree whose body nobody has read. */
    @Test
    void nothingClaimsToRestOnATextThatWasNotRead() {
        for (LegalProfileEntry profile : SHIPPED.profiles()) {
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
        LegalProfiles profiles = SHIPPED;
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
    void thePageSaysOnceWhereEachValueActs() throws IOException {
        var page = Files.readString(Path.of("LEGAL.md"));
        var acts =
                page.substring(page.indexOf("## Where each value acts"), page.indexOf("## Points that no table holds"));

        assertThat(acts.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("`")[1]))
                .containsExactlyElementsOf(SHIPPED.profiles().get(0).rules().keySet());
    }

    @Test
    void aProvincesOwnFileIsReadAsStrictlyAsTheOneOfThisBuild(@TempDir Path folder) throws IOException {
        var own = (ObjectNode) JSON.readTree(getClass().getResourceAsStream("/catalogue/legal-profiles.json"));
        ((ObjectNode) own.at("/profiles/2")).put("validFrom", "2026-09-01");
        var file = Files.write(folder.resolve("law.json"), JSON.writeValueAsBytes(own));
        var cut = Files.writeString(folder.resolve("cut.json"), "{\"fileVersion\": 1");

        assertThat(LegalProfiles.read(file).on(LocalDate.of(2026, 8, 31)).profile())
                .isEqualTo("2025");
        assertThat(LegalProfiles.read(file).on(LocalDate.of(2026, 9, 1)).profile())
                .isEqualTo("2026");
        assertThatThrownBy(() -> LegalProfiles.read(cut))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("cut.json");
        assertThatThrownBy(() -> LegalProfiles.read(folder.resolve("none.json")))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("none.json");
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
                "/profiles/0/rules/stopForm/value               | \"STOP_NOTICE\" | stopForm cannot be STOP_NOTICE: Circular 01/2018/TT-VPCP has no such form",
                "/profiles/0/rules/forms/value                  | \"TT_1999\" | forms cannot be",
                "/profiles/0/rules/extensionsMost/value         | -1          | extensionsMost cannot be",
                "/profiles/0/profile                            | \"Decree\"  | does not have the name of a year",
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
