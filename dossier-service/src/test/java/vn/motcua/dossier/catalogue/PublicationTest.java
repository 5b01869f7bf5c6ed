package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Agency;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.EventFormat;

class PublicationTest {

    private static final List<CatalogueEntry> HOLDING = Catalogue.shipped().entries();
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    @Test
    void theOpenVersionBeforeIsClosedOnTheDayBefore() {
        Publication publication = Publication.of(HOLDING, List.of(next("PROCEDURE|1.900101|2", tree -> {})));
        assertThat(publication.faults()).isEmpty();
        assertThat(publication.published()).extracting(CatalogueEntry::key).containsExactly("PROCEDURE|1.900101|3");
        assertThat(publication.changed())
                .extracting(CatalogueEntry::key)
                .containsExactly("PROCEDURE|1.900101|2", "PROCEDURE|1.900101|3");
        assertThat(((Procedure) publication.changed().get(0)).validTo()).isEqualTo(NEW_YEAR.minusDays(1));
    }

    @Test
    void closingChangesNothingElse() {
        Procedure before = (Procedure) entry("PROCEDURE|1.900307|2");
        Publication publication = Publication.of(HOLDING, List.of(next("PROCEDURE|1.900307|2", tree -> {})));
        String closed = EventFormat.canonicalText(publication.changed().get(0));
        assertThat(closed.replace("\"validTo\":\"2026-12-31\",", ""))
                .isEqualTo(EventFormat.canonicalText(before).replace("\"validTo\":null,", ""));
    }

    @Test
    void anAgencyIsClosedAlikeAndFindsItsPath() {
        Publication publication = Publication.of(
                HOLDING,
                List.of(next(
                        "AGENCY|H03.31.02|1", tree -> tree.put("parent", "H03").remove("path"))));
        assertThat(publication.faults()).isEmpty();
        assertThat(((Agency) publication.changed().get(0)).validTo()).isEqualTo(NEW_YEAR.minusDays(1));
        assertThat(((Agency) publication.published().get(0)).path()).containsExactly("H03", "H03.31.02");
    }

    @Test
    void severalVersionsAreClosedOneAfterTheOther() {
        CatalogueEntry third = next("PROCEDURE|1.900101|2", tree -> {});
        CatalogueEntry fourth =
                next("PROCEDURE|1.900101|2", tree -> tree.put("version", 4).put("validFrom", "2028-01-01"));
        Publication publication = Publication.of(HOLDING, List.of(fourth, third));
        assertThat(publication.faults()).isEmpty();
        assertThat(publication.changed())
                .extracting(one -> one.version() + " to " + ((Procedure) one).validTo())
                .containsExactly("2 to 2026-12-31", "3 to 2027-12-31", "4 to null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "PROCEDURE|1.900101|2 ; /version    ; 2             ; is not above the published version 2",
                "PROCEDURE|1.900101|2 ; /validFrom  ; \"2022-08-15\" ; begins before version 2 has ended",
                "PROCEDURE|1.900101|2 ; /validFrom  ; \"2022-08-14\" ; begins before version 2 has ended",
                "PROCEDURE|1.900101|2 ; /agencies   ; [\"H99\"]      ; unknown agency H99",
                "AGENCY|H03.31|1      ; /validTo    ; \"2027-01-31\" ; has a parent that does not exist on 2027-02-01",
                "AGENCY|H03.31|1      ; /successor  ; \"H03.32\"     ; a successor but no last day",
                "AGENCY|H03|1         ; /parent     ; \"H03.31\"     ; code that is not below its parent's",
            })
    void whatWouldContradictIsNotPublished(String key, String place, String value, String fault) {
        Publication publication = Publication.of(
                HOLDING,
                List.of(next(key.strip(), tree -> tree.set(place.strip().substring(1), read(value)))));
        assertThat(publication.faults())
                .extracting(CatalogueFault::text)
                .anySatisfy(text -> assertThat(text).contains(fault.strip()));
    }

    @Test
    void anEndedVersionKeepsItsEnd() {
        Publication publication = Publication.of(HOLDING, List.of(next("PROCEDURE|1.900101|2", tree -> {})));
        assertThat(publication.changed()).noneMatch(one -> one.version() == 1);
    }

    /** The entry in its next version from the first day of 2027, changed. */
    private static CatalogueEntry next(String key, Consumer<ObjectNode> change) {
        ObjectNode tree = EventFormat.mapper().valueToTree(entry(key));
        tree.put("version", tree.path("version").asInt() + 1).put("validFrom", NEW_YEAR.toString());
        change.accept(tree);
        try {
            return EventFormat.mapper().treeToValue(tree, CatalogueEntry.class);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static CatalogueEntry entry(String key) {
        return HOLDING.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String json) {
        try {
            return EventFormat.mapper().readTree(json);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
