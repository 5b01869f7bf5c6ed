package vn.motcua.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Status;
import vn.motcua.notification.notices.Name;
import vn.motcua.notification.notices.Occasion;

class DossierOccasionsTest {

    private static final DossierOccasions OCCASIONS = new DossierOccasions(
            new Names(
                    (code, day) -> Optional.of(new CatalogueEntry.Agency(
                            code,
                            1,
                            new CatalogueEntry.Names("Cơ quan " + code, null),
                            new CatalogueEntry.Names("Một cửa " + code, null),
                            "H03",
                            List.of("H03", code),
                            2,
                            null,
                            null,
                            null,
                            "civil-servants",
                            LocalDate.EPOCH,
                            null,
                            true)),
                    code -> Optional.empty()),
            Instant.parse("2022-06-08T02:00:00Z"));

    @Test
    void theResultIsCollectedWhereTheDossierWasTakenIn() {
        var own = Facts.state("H03.01-220608-0001", Status.COMPLETED, ReturnMethod.COUNTER, Origin.LIVE);
        var elsewhere = Facts.takenInAt("H03.31.01", own);

        var accepted = (Occasion.Accepted)
                OCCASIONS.accepted((Accepted) Facts.accepted(elsewhere)).orElseThrow();
        assertThat(accepted.shop()).isEqualTo(new Name("Một cửa H03.31.01", null));
        assertThat(accepted.agency()).as("who works on it").isEqualTo(new Name("Cơ quan H03.01", null));
        var completed = (Occasion.Completed)
                OCCASIONS.completed((Completed) Facts.completed(elsewhere)).orElseThrow();
        assertThat(completed.shop()).isEqualTo(new Name("Một cửa H03.31.01", null));
        var ordinary = (Occasion.Completed)
                OCCASIONS.completed((Completed) Facts.completed(own)).orElseThrow();
        assertThat(ordinary.shop()).isEqualTo(new Name("Một cửa H03.01", null));
    }

    @Test
    void anAgencyIsCalledAsItWasCalledWhenTheFactBecameTrue() {
        var renamed = new Names(
                (code, day) -> Optional.of(agency(day.isBefore(LocalDate.of(2025, 7, 1)) ? "cũ" : "mới")),
                code -> Optional.empty());
        var fact = (Accepted)
                Facts.accepted(Facts.state("H03.01-220608-0001", Status.ACCEPTED, ReturnMethod.COUNTER, Origin.LIVE));
        // Half an hour before midnight in Viet Nam, and midnight.
        assertThat(shop(renamed, "2025-06-30T16:30:00Z", fact)).isEqualTo("Một cửa cũ");
        assertThat(shop(renamed, "2025-06-30T17:00:00Z", fact)).isEqualTo("Một cửa mới");
    }

    private static String shop(Names names, String at, Accepted fact) {
        var told = new DossierOccasions(names, Instant.parse(at)).accepted(fact).orElseThrow();
        return ((Occasion.Accepted) told).shop().vi();
    }

    private static CatalogueEntry.Agency agency(String name) {
        return new CatalogueEntry.Agency(
                "H03.01",
                1,
                new CatalogueEntry.Names("Cơ quan " + name, null),
                new CatalogueEntry.Names("Một cửa " + name, null),
                "H03",
                List.of("H03", "H03.01"),
                2,
                null,
                null,
                null,
                "civil-servants",
                LocalDate.EPOCH,
                null,
                true);
    }
}
