package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.stream.Stream;
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
                        SHIPPED.of("2026").forms()));
    }

    /** Circular 03/2025/TT-VPCP is of 15 September 2025: nothing written before that day follows it, and all of it from then on, in every profile. */
    @ParameterizedTest
    @CsvSource({
        "2010-01-01, TT_01_2018, REFUSAL",
        "2022-06-08, TT_01_2018, REFUSAL",
        "2025-07-01, TT_01_2018, REFUSAL",
        "2025-09-14, TT_01_2018, REFUSAL",
        "2025-09-15, TT_03_2025, STOP_NOTICE",
        "2040-01-01, TT_03_2025, STOP_NOTICE",
    })
    void aPaperFollowsTheCircularOfItsDay(LocalDate day, FormList list, Form stopForm) {
        for (var profile : List.of("2022", "2025", "2026")) {
            var forms = SHIPPED.of(profile).forms().on(day);
            assertThat(forms.list()).as(profile).isEqualTo(list);
            assertThat(forms.stopForm()).as(profile).isEqualTo(stopForm);
        }
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
        SHIPPED.forms()
                .forEach(each -> each.forEach((name, rule) ->
                        assertThat(rule.source()).as(name).containsPattern("Circular 01/2018|Circular 03/2025")));
    }

    @Test
    void thePageForTheLawyerSaysWhatTheDataSays() throws IOException {
        List<String> page = Files.readAllLines(Path.of("LEGAL.md"));
        String section = null;
        var shown = new TreeSet<String>();
        for (String line : page) {
            if (line.startsWith("## Profile ")) {
                section = line.substring("## Profile ".length(), "## Profile ".length() + 4);
            } else if (line.startsWith("## Forms of Circular ")) {
                section = line.substring("## Forms of Circular ".length(), line.indexOf(','));
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
            profile.rules().forEach((name, rule) -> held.add(line(profile.profile(), name, rule)));
        }
        for (var forms : profiles.forms()) {
            var act = FormList.valueOf(forms.get("forms").value().asText()).act();
            assertThat(page)
                    .contains("## Forms of Circular " + act + ", from "
                            + forms.get("formsFrom").value().asText());
            forms.forEach((name, rule) -> held.add(line(act, name, rule)));
        }
        assertThat(shown).isEqualTo(held);
    }

    private static String line(String section, String name, LegalProfileEntry.Rule rule) {
        return section + " | `" + name + "` " + SHIPPED.name(name).en() + " | "
                + SHIPPED.name(name).vi() + " | " + rule.value().asText() + " | " + rule.source() + " | "
                + rule.certainty() + " |";
    }

    @Test
    void thePageSaysOnceWhereEachValueActs() throws IOException {
        var page = Files.readString(Path.of("LEGAL.md"));
        var acts =
                page.substring(page.indexOf("## Where each value acts"), page.indexOf("## Points that no table holds"));

        assertThat(acts.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("`")[1]))
                .containsExactlyElementsOf(Stream.concat(
                                SHIPPED.profiles().get(0).rules().keySet().stream(),
                                SHIPPED.forms().get(0).keySet().stream())
                        .toList());
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
                "/forms/0/stopForm/value                        | \"LETTER\"  | forms 1 stopForm cannot be",
                "/forms/0/stopForm/value                        | \"STOP_NOTICE\" | stopForm cannot be STOP_NOTICE: Circular 01/2018/TT-VPCP has no such form",
                "/forms/0/forms/value                           | \"TT_1999\" | forms 1 forms cannot be",
                "/forms/0/forms                                 | -           | forms 1 lacks forms",
                "/forms/0/forms/source                          | \" \"       | forms 1 forms needs a value, a source and a certainty",
                "/forms/0/numbers                               | {\"value\": 1, \"source\": \"s\", \"certainty\": \"READ\"} | forms 1 has the unknown rule numbers",
                "/forms/1/formsFrom/value                       | \"2019-01-06\" | forms 2 do not begin after those before them",
                "/forms/1/formsFrom/value                       | \"2025-09-31\" | forms 2 formsFrom cannot be",
                "/forms/1/formsFrom/value                       | \"soon\"    | forms 2 formsFrom cannot be",
                "/forms/1                                       | null        | forms 2 lacks formsFrom",
                "/forms                                         | []          | there is no list of forms",
                "/forms                                         | -           | forms",
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
        JsonNode at = file.at(place.strip().substring(0, last));
        String field = place.strip().substring(last + 1);
        if (at instanceof ArrayNode list) {
            list.set(Integer.parseInt(field), JSON.readTree(value));
        } else if (value.equals("-")) {
            ((ObjectNode) at).remove(field);
        } else {
            ((ObjectNode) at).set(field, JSON.readTree(value));
        }
        assertThatThrownBy(() -> LegalProfiles.of(file))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(fault.strip());
    }
}
