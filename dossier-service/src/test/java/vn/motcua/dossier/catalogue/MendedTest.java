package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.CatalogueEntry.Procedure;
import vn.motcua.dossier.events.EventFormat;

/** What an earlier build left contradicting what was published. */
class MendedTest {

    private static final List<CatalogueEntry> SHIPPED = Catalogue.shipped().entries();
    private static final String PUBLISHED = "PROCEDURE|1.900101|3";

    private final List<CatalogueEntry> holding = new ArrayList<>(SHIPPED);

    @Test
    void aCatalogueWithoutAContradictionIsLeftAlone() {
        assertThat(Mended.of(SHIPPED, Set.of(), entry -> true)).isEqualTo(Mended.NOTHING);
    }

    @Test
    void whatBeginsWhileThePublishedHoldsAndNeverHeldItselfIsRemoved() {
        publishThird();
        CatalogueEntry fourth = variant(PUBLISHED, tree -> tree.put("version", 4));
        holding.add(fourth);
        Mended mended = Mended.of(holding, Set.of(PUBLISHED, "PROCEDURE|1.900101|2"), entry -> entry != fourth);
        assertThat(mended).isEqualTo(new Mended(List.of(fourth), List.of(), List.of()));
    }

    @Test
    void whatHeldBeforeEndsWhenThePublishedBegins() {
        publishThird();
        // The file opened again what it had ended in time, so that publishing the third had left it alone.
        put(variant("PROCEDURE|1.900101|2", tree -> tree.putNull("validTo")));
        Mended mended = Mended.of(holding, Set.of(PUBLISHED), entry -> true);
        assertThat(mended.removed()).isEmpty();
        assertThat(mended.left()).isEmpty();
        assertThat(mended.closed())
                .extracting(one -> one.key() + " to " + ((Procedure) one).validTo())
                .containsExactly("PROCEDURE|1.900101|2 to 2026-12-31");
    }

    @Test
    void whatHeldBeforeAndCannotBeMendedIsLeftAndNamed() {
        CatalogueEntry office = variant(
                "AGENCY|H03.15|1",
                tree -> tree.put("code", "H03.15.01").put("parent", "H03.15").remove("path"));
        holding.addAll(AgencyPaths.filled(List.of(office), holding));
        put(variant("AGENCY|H03.15|1", tree -> tree.put("validTo", "2026-12-31")));
        Mended mended = Mended.of(holding, Set.of(office.key()), entry -> true);
        assertThat(mended.removed()).isEmpty();
        assertThat(mended.closed()).isEmpty();
        assertThat(mended.left())
                .extracting(CatalogueFault::text)
                .containsExactly("agency H03.15.01 version 1 has a parent that does not exist on 2027-01-01");
    }

    @Test
    void whatStoodBelowAClosedAgencyIsNotTakenAwayFromTheDossiersThatNameIt() {
        put(variant("AGENCY|H03.31|1", tree -> tree.put("validTo", "2026-12-31")));
        Mended mended = Mended.of(holding, Set.of("AGENCY|H03.31|1"), entry -> true);
        assertThat(mended.removed()).isEmpty();
        assertThat(mended.left())
                .extracting(fault -> fault.entry().key())
                .containsExactlyInAnyOrder("AGENCY|H03.31.01|1", "AGENCY|H03.31.02|1");
    }

    private void publishThird() {
        put(variant("PROCEDURE|1.900101|2", tree -> tree.put("validTo", "2026-12-31")));
        holding.add(variant(
                "PROCEDURE|1.900101|2",
                tree -> tree.put("version", 3).put("validFrom", "2027-01-01").putNull("validTo")));
    }

    private void put(CatalogueEntry entry) {
        holding.replaceAll(one -> one.key().equals(entry.key()) ? entry : one);
    }

    private CatalogueEntry variant(String key, Consumer<ObjectNode> change) {
        ObjectNode tree = EventFormat.mapper()
                .valueToTree(holding.stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow());
        change.accept(tree);
        try {
            return EventFormat.mapper().treeToValue(tree, CatalogueEntry.class);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
