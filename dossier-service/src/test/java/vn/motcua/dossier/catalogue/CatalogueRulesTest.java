package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

class CatalogueRulesTest {

    /** A procedure that has everything a procedure can have. */
    private static final String RICH = "PROCEDURE|1.900201|1";

    private static final String PARTS = """
            {"fees": [
               {"code": "PHI", "names": {"vi": "Phí", "en": "Fee"}, "kind": "FEE", "amount": 100000, "timing": "POSTPAID"},
               {"code": "LP", "names": {"vi": "Lệ phí", "en": "Charge"}, "kind": "CHARGE", "amount": 0, "timing": "EXEMPT"}],
             "workflow": [
               {"code": "TN", "names": {"vi": "Tiếp nhận", "en": "Reception"}, "role": "RECEPTION", "limitHours": 4},
               {"code": "TL", "names": {"vi": "Thụ lý", "en": "Appraisal"}, "role": "OFFICER", "limitHours": 20}],
             "competences": [
               {"agency": "H03.31", "validFrom": "2022-05-01", "validTo": null},
               {"agency": "H03.32", "validFrom": "2022-05-01", "validTo": "2022-12-31"}]}""";

    /** One procedure at a time is spoilt in one place; the message names it and the place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/code               | \"9.900201\"                             | no national id",
                "/names/vi           | \"\"                                     | names in Vietnamese and English",
                "/sector             | \" \"                                    | needs a sector",
                "/limit/amount       | 0                                        | no limit that can be counted",
                "/limit/amount       | 1001                                     | no limit that can be counted",
                "/limit/unit         | \"NONE\"                                 | no limit that can be counted",
                "/serviceLevel       | \"5\"                                    | unknown service level",
                "/serviceLevel       | \"2\"                                    | is online at level 2",
                "/agencies           | [\"H03.99\"]                             | unknown agency H03.99",
                "/components         | []                                       | needs components",
                "/components/0/originals | 0                                    | neither original nor copy",
                "/components/1/code  | \"TK\"                                   | component TK twice",
                "/validFrom          | \"2023-01-01\"                           | ends before it begins",
                "/validTo            | \"2022-08-15\"                           | begins before version 1 has ended",
                "/validFrom          | null                                     | needs a first day of validity",
                "/department         | \"H03.99\"                               | unknown department H03.99",
                "/fees/0/code        | \"phi\"                                  | code is not in CAPITALS",
                "/fees/0/code        | \"LP\"                                   | fee LP twice",
                "/fees/0/kind        | null                                     | neither FEE nor CHARGE",
                "/fees/0/kind        | \"GIFT\"                                 | neither FEE nor CHARGE",
                "/fees/0/timing      | \"LATER\"                                | without timing",
                "/fees/0/amount      | -1                                       | outside 0 to",
                "/fees/0/names       | {\"vi\": \"Phí\"}                        | names in Vietnamese and English",
                "/workflow/0/limitHours | 5                                     | a workflow of 25 hours, not the 24 of its limit",
                "/workflow/0/limitHours | 3                                     | a workflow of 23 hours, not the 24 of its limit",
                "/workflow/0/limitHours | null                                  | without a limit from 1 hour",
                "/workflow/0/limitHours | 0                                     | without a limit from 1 hour",
                "/workflow/0/role    | \"CITIZEN\"                              | step TN without a role",
                "/workflow/1/code    | \"TN\"                                   | step TN twice",
                "/workflow/1/names   | null                                     | names in Vietnamese and English",
                "/limit              | {\"amount\": 4, \"unit\": \"WORKING_DAYS\"}  | a workflow of 24 hours, not the 32 of its limit",
                "/limit              | {\"amount\": 24, \"unit\": \"CALENDAR_DAYS\"} | a limit in working hours, which its own limit is not counted in",
                "/competences/0/agency  | \"H03.99\"                            | unknown agency H03.99",
                "/competences/0/agency  | \"H03.02\"                            | the competence that H03.02 always has",
                "/competences/0/validFrom | null                                | needs a first day of validity",
                "/competences/0/validTo | \"2022-04-30\"                        | ends before it begins",
                "/competences/1/agency  | \"H03.31\"                            | competences of H03.31 that overlap",
            })
    void aFaultyProcedureIsNamed(String place, String value, String fault) {
        assertThatThrownBy(() -> CatalogueRules.check("test", spoilt(RICH, place, value)))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("procedure")
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "AGENCY|H03.01|1   ; /code     ; \"h03.01\"       ; no agency code",
                "PROCEDURE|1.900202|1 ; /agencies ; []           ; needs a competent agency",
                "AGENCY|H03.01|1   ; /parent   ; \"H04\"          ; unknown parent H04",
                "AGENCY|H03.01|1   ; /parent   ; \"H03.02\"       ; does not follow from its parent",
                "AGENCY|H03.01|1   ; /parent   ; \"H03.01\"       ; below its parent's",
                "AGENCY|H03.01|1   ; /validFrom ; \"2010-01-01\"   ; has a parent that does not exist on 2010-01-01",
                "AGENCY|H03.01|1   ; /validFrom ; null             ; needs a first day of validity",
                "AGENCY|H03.01|1   ; /validTo  ; \"2010-01-01\"    ; ends before it begins",
                "AGENCY|H03.01|1   ; /path     ; [\"H03.01\"]      ; does not follow from its parent",
                "AGENCY|H03|1      ; /path     ; [\"H04\",\"H03\"]  ; its path is not itself alone",
                "AGENCY|H03.31|1   ; /validTo  ; \"2025-06-30\"    ; has a parent that does not exist on 2025-07-01",
                "AGENCY|H03.01|1   ; /successor ; \"H03.02\"       ; a successor but no last day",
                "AGENCY|H03.01|1   ; /type     ; \"CASTLE\"        ; unknown type",
                "AGENCY|H03.01|1   ; /type     ; \"MINISTRY\"      ; is a MINISTRY with a parent",
                "AGENCY|H03|1      ; /type     ; \"DEPARTMENT\"    ; is a DEPARTMENT without a parent",
                "AGENCY|H03.01|1   ; /address  ; null             ; address of its counter",
                "AGENCY|H03.01|1   ; /oneStopShop ; null          ; names in Vietnamese and English",
                "REASON|INCOMPLETE|1 ; /code   ; \"incomplete\"   ; not in CAPITALS",
                "CALENDAR|civil-servants|1 ; /code ; \"Civil Servants\" ; not in small letters",
                "OVERRIDE|H03.31@2026-09-07|1 ; /agency   ; \"H03.99\"     ; unknown agency H03.99",
                "OVERRIDE|H03.31@2026-09-07|1 ; /date     ; null           ; needs a date",
                "OVERRIDE|H03.31@2026-09-07|1 ; /date     ; \"2026-09-08\" ; not its agency@date",
                "OVERRIDE|H03.31@2026-09-07|1 ; /reason   ; null           ; names in Vietnamese and English",
                "OVERRIDE|H03.31@2026-09-07|1 ; /document ; \"\"           ; the document that it rests on",
                "AGENCY|H03.01|1   ; /calendar ; \"lunar\"        ; unknown calendar lunar",
                "AGENCY|H03.01|1   ; /phone    ; \"\"             ; telephone of its counter",
                "REASON|INCOMPLETE|1 ; /purpose ; \"MOOD\"        ; unknown purpose",
                "REASON|INCOMPLETE|1 ; /version ; 0               ; needs a version from 1",
                "CALENDAR|civil-servants|1 ; /zone ; \"Asia/Saigon2\" ; is no calendar",
                "CALENDAR|civil-servants|1 ; /sessions ; [[\"17:00\",\"07:00\"]] ; opens before it closes",
            })
    void aFaultyEntryOfAnyKindIsNamed(String kind, String code, String rest) {
        String[] parts = rest.split(";");
        String key = kind.strip() + "|" + code.strip() + "|" + parts[0].strip();
        assertThatThrownBy(() -> CatalogueRules.check("test", spoilt(key, parts[1].strip(), parts[2].strip())))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(parts[3].strip());
    }

    @Test
    void aSoundCatalogueHasNoFault() {
        assertThat(CatalogueRules.faults("test", sound())).isEmpty();
    }

    @Test
    void aThousandOverridesOfOneAgencyAreEnough() {
        List<CatalogueEntry> entries = sound();
        for (int i = 0; i < 1000; i++) {
            LocalDate day = LocalDate.of(2030, 1, 1).plusDays(i);
            entries.add(new CatalogueEntry.CalendarOverride(
                    "H03.31@" + day,
                    1,
                    "H03.31",
                    day,
                    false,
                    new CatalogueEntry.Names("bão", "storm"),
                    "1/CĐ-UBND",
                    null));
        }
        assertThat(CatalogueRules.faults("test", entries))
                .singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("one override more than the 1000"));
    }

    @Test
    void everyFaultIsToldInBothLanguagesAndPlaced() {
        CatalogueFault fault =
                CatalogueRules.faults("test", spoilt(RICH, "/sector", "\"\"")).get(0);
        assertThat(fault.text()).isEqualTo("procedure 1.900201 version 1 needs a sector");
        assertThat(fault.vietnameseText()).isEqualTo("procedure 1.900201 version 1: cần có lĩnh vực");
        assertThat(fault.pointer()).isEqualTo("/sector");
    }

    @Test
    void allFaultsAreNamedTogether() {
        List<CatalogueEntry> entries = spoilt("PROCEDURE|1.900201|1", "/sector", "\"\"");
        entries.addAll(List.of(entries.get(0), entries.get(1)));
        assertThatThrownBy(() -> CatalogueRules.check("test", entries))
                .hasMessageContaining("test: ")
                .hasMessageContaining("1.900201 version 1 needs a sector")
                .satisfies(thrown ->
                        assertThat(thrown.getMessage().split("stands twice")).hasSize(3));
    }

    @Test
    void aMisspeltFieldIsSeenAtOnce() {
        assertThatThrownBy(() -> CatalogueFiles.parse("reasons", file("""
                {"fileVersion": 1, "reasons": [{"code": "X", "version": 1, "porpose": "REFUSAL", "names": {"vi": "a", "en": "b"}}]}""")))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("reasons X version 1")
                .hasMessageContaining("porpose");
    }

    @Test
    void aFileWithoutVersionIsRefused() {
        assertThatThrownBy(() -> CatalogueFiles.parse("reasons", file("{\"reasons\": [{}]}")))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("version from 1");
    }

    @Test
    void anAgencyAboveItselfIsRefused() {
        assertThatThrownBy(() -> CatalogueFiles.parse("agencies", file("""
                {"fileVersion": 1, "agencies": [
                  {"code": "H03.01", "parent": "H03.02", "version": 1, "level": 2, "validFrom": "2020-01-01", "synthetic": true},
                  {"code": "H03.02", "parent": "H03.01", "version": 1, "level": 2, "validFrom": "2020-01-01", "synthetic": true}]}""")))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("above itself");
    }

    private static List<CatalogueEntry> spoilt(String key, String place, String value) {
        List<CatalogueEntry> entries = new ArrayList<>();
        boolean found = false;
        for (CatalogueEntry entry : sound()) {
            entries.add(entry.key().equals(key) ? changed(entry, place, value) : entry);
            found |= entry.key().equals(key);
        }
        assertThat(found).as(key).isTrue();
        return entries;
    }

    /** What is shipped, with one procedure that has everything and an override. */
    private static List<CatalogueEntry> sound() {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (CatalogueEntry entry : Catalogue.shipped().entries()) {
            entries.add(
                    entry.key().equals(RICH)
                            ? read(
                                    EventFormat.canonicalText(entry),
                                    tree -> ((ObjectNode) tree).setAll((ObjectNode) file(PARTS)))
                            : entry);
        }
        entries.add(new CatalogueEntry.CalendarOverride(
                "H03.31@2026-09-07",
                1,
                "H03.31",
                LocalDate.of(2026, 9, 7),
                false,
                new CatalogueEntry.Names("bão", "storm"),
                "1/CĐ-UBND",
                null));
        return entries;
    }

    private static CatalogueEntry changed(CatalogueEntry entry, String place, String value) {
        return read(EventFormat.canonicalText(entry), tree -> {
            int last = place.lastIndexOf('/');
            ((ObjectNode) tree.at(place.substring(0, last))).set(place.substring(last + 1), file(value));
        });
    }

    private static CatalogueEntry read(String json, Consumer<JsonNode> change) {
        try {
            JsonNode tree = file(json);
            change.accept(tree);
            return EventFormat.mapper().treeToValue(tree, CatalogueEntry.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static JsonNode file(String json) {
        try {
            return EventFormat.mapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
