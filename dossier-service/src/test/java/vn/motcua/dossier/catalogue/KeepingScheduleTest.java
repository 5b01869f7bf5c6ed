package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.CatalogueEntry.KeepingTerm;

class KeepingScheduleTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 8);

    private final KeepingSchedule shipped = new KeepingSchedule(Optional.empty());

    @Test
    void civilStatusAndLandAreKeptForEverAndWhatIsNotNamedLongest() {
        for (var sector : List.of("HT", "TNMT")) {
            assertThat(shipped.of(sector, DAY).orElseThrow().term()).as(sector).isEqualTo(KeepingTerm.PERMANENT);
        }
        assertThat(shipped.of("VANHOA", DAY).orElseThrow().years()).isEqualTo(70);
    }

    @Test
    void theEditionIsThatOfTheDayOnWhichItClosed() throws Exception {
        var editions = KeepingSchedule.of(Entries.STRICT.readTree(file("""
                {"validFrom": "2018-01-01", "sectors": {"A": {"term": "YEARS", "years": 5, "source": "x", "certainty": "READ"}}},
                {"validFrom": "2026-01-01", "sectors": {"A": {"term": "YEARS", "years": 9, "source": "x", "certainty": "READ"}}}""")));
        assertThat(editions).hasSize(2);
        var written = java.nio.file.Files.createTempFile("keeping", ".json");
        java.nio.file.Files.writeString(written, file("""
                {"validFrom": "2018-01-01", "sectors": {"A": {"term": "YEARS", "years": 5, "source": "x", "certainty": "READ"}}},
                {"validFrom": "2026-01-01", "sectors": {"A": {"term": "YEARS", "years": 9, "source": "x", "certainty": "READ"}}}"""));
        var own = new KeepingSchedule(Optional.of(written.toString()));
        assertThat(own.of("A", LocalDate.of(2025, 12, 31)).orElseThrow().years())
                .isEqualTo(5);
        assertThat(own.of("A", LocalDate.of(2026, 1, 1)).orElseThrow().years()).isEqualTo(9);
        assertThat(own.of("A", LocalDate.of(1999, 1, 1)).orElseThrow().years()).isEqualTo(5);
        assertThat(own.of("B", DAY)).as("nobody has said").isEmpty();
    }

    @Test
    void aScheduleWithAFaultIsNone() {
        for (var rule : List.of(
                "{\"term\": \"YEARS\", \"source\": \"x\", \"certainty\": \"READ\"}",
                "{\"term\": \"YEARS\", \"years\": 0, \"source\": \"x\", \"certainty\": \"READ\"}",
                "{\"term\": \"YEARS\", \"years\": 201, \"source\": \"x\", \"certainty\": \"READ\"}",
                "{\"term\": \"PERMANENT\", \"years\": 5, \"source\": \"x\", \"certainty\": \"READ\"}",
                "{\"term\": \"PERMANENT\", \"certainty\": \"READ\"}",
                "{\"term\": \"PERMANENT\", \"source\": \"x\"}",
                "{\"term\": \"UNKNOWN\", \"source\": \"x\", \"certainty\": \"READ\"}",
                "{\"term\": \"SOME\", \"source\": \"x\", \"certainty\": \"READ\"}",
                "null")) {
            refused("{\"validFrom\": \"2018-01-01\", \"sectors\": {\"A\": " + rule + "}}");
        }
        refused("");
        refused("{\"validFrom\": \"2018-01-01\"}");
        refused("{\"sectors\": {}}");
        refused("{\"validFrom\": \"2018-01-01\", \"sectors\": {}}, {\"validFrom\": \"2018-01-01\", \"sectors\": {}}");
        refused("{\"validFrom\": \"2018-01-01\", \"sectors\": {}, \"more\": 1}");
    }

    private static void refused(String editions) {
        assertThatThrownBy(() -> KeepingSchedule.of(Entries.STRICT.readTree(file(editions))))
                .as(editions)
                .isInstanceOf(InvalidCatalogue.class);
    }

    private static String file(String editions) {
        return "{\"fileVersion\": 1, \"about\": \"x\", \"editions\": [" + editions + "]}";
    }
}
