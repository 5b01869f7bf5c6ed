package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;

class CatalogueRulesTest {

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
                "/agencies           | []                                       | needs a competent agency",
                "/agencies           | [\"H03.99\"]                             | unknown agency H03.99",
                "/components         | []                                       | needs components",
                "/components/0/originals | 0                                    | neither original nor copy",
                "/components/1/code  | \"TK\"                                   | component TK twice",
                "/validFrom          | \"2023-01-01\"                           | ends before it begins",
                "/validTo            | \"2022-08-15\"                           | begins before version 1 has ended",
            })
    void aFaultyProcedureIsNamed(String place, String value, String fault) {
        assertThatThrownBy(() -> CatalogueRules.check("test", spoilt("PROCEDURE|1.900201|1", place, value)))
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
                "AGENCY|H03.01|1   ; /parent   ; \"H04\"          ; unknown parent H04",
                "AGENCY|H03.01|1   ; /parent   ; \"H03.02\"       ; does not follow from its parent",
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
                {"fileVersion": 1, "agencies": [{"code": "H03.01", "parent": "H03.02"}, {"code": "H03.02", "parent": "H03.01"}]}""")))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("above itself");
    }

    private static List<CatalogueEntry> spoilt(String key, String place, String value) {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (CatalogueEntry entry : Catalogue.shipped().entries()) {
            entries.add(entry.key().equals(key) ? changed(entry, place, value) : entry);
        }
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
