package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.CatalogueEntry;
import vn.motcua.dossier.events.EventFormat;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Said;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** A start on a database in which an earlier build left a data file and what is published contradicting each other. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
class ContradictionIT {

    private static final String DRAFTS = "/v1/catalogue/drafts";
    private static final Api ADMIN = Api.as("admin", "H03");

    @Inject
    Catalogue catalogue;

    @Inject
    Catalogues catalogues;

    @Inject
    CatalogueLoader loader;

    @Inject
    CatalogueRoom room;

    @Inject
    DataSource database;

    @AfterEach
    void tidy() throws Exception {
        room.tidy();
    }

    @Test
    void whatIsPublishedStandsAndTheDifferenceIsToldOnce() throws Exception {
        publish(changed("PROCEDURE|1.900101|2", tree -> tree.put("version", 3).put("validFrom", "2027-01-01")));
        leave(changed("PROCEDURE|1.900101|2", tree -> tree.put("version", 4).put("validFrom", "2026-06-01")));

        try (Said said = new Said(CatalogueLoader.class)) {
            start();
            start();
            assertThat(said.lines())
                    .filteredOn(line -> line.contains("left="))
                    .singleElement()
                    .asString()
                    .matches("catalogue file=procedures version=\\d+ left=PROCEDURE/1\\.900101/4 fields=\\[version]");
        }

        assertThat(catalogue.procedure("1.900101", 4)).isEmpty();
        assertThat(catalogue.procedure("1.900101", 3)).isPresent();
        assertThat(differences()).containsExactly("1.900101/4 [\"version\"]");
    }

    @Test
    void whatALaterFileSaysOtherwiseIsToldByTheStartThatLoadsIt() throws Exception {
        publish(changed("PROCEDURE|1.900101|2", tree -> tree.put("version", 3).put("validFrom", "2027-01-01")));
        var ended = changed("PROCEDURE|1.900101|2", tree -> tree.put("validTo", "2026-05-31"));
        var next = changed(
                "PROCEDURE|1.900101|2",
                tree -> tree.put("version", 4).put("validFrom", "2026-06-01").putNull("validTo"));
        List<CatalogueFile> files = CatalogueFiles.shipped().stream()
                .map(file -> file.name().equals("procedures") ? later(file, ended, next) : file)
                .toList();

        try (Said said = new Said(CatalogueLoader.class)) {
            loader.bringAlong(files);
            loader.bringAlong(files);
            assertThat(said.lines())
                    .filteredOn(line -> line.contains("left="))
                    .containsExactly(
                            "catalogue file=procedures version=1000 left=PROCEDURE/1.900101/2 fields=[validTo]",
                            "catalogue file=procedures version=1000 left=PROCEDURE/1.900101/4 fields=[version]");
        }
        assertThat(differences()).containsExactly("1.900101/2 [\"validTo\"]", "1.900101/4 [\"version\"]");
    }

    private static CatalogueFile later(CatalogueFile file, CatalogueEntry... changed) {
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        file.entries().forEach(entry -> entries.put(entry.key(), entry));
        Stream.of(changed).forEach(entry -> entries.put(entry.key(), entry));
        return new CatalogueFile(file.name(), 1_000, "sha256:later", List.copyOf(entries.values()));
    }

    @Test
    void theVersionBeforeIsClosedAsPublishingWouldHaveClosedIt() throws Exception {
        publish(changed("PROCEDURE|1.900101|2", tree -> tree.put("version", 3).put("validFrom", "2027-01-01")));
        // As if the file had ended it in time when the third was published, and then opened it again.
        Tables.run(
                LocalInfrastructure.database(),
                "update catalogue_item set decided = false where code = '1.900101' and version = 2");
        leave(changed("PROCEDURE|1.900101|2", tree -> tree.putNull("validTo")));

        start();

        assertThat(catalogue.procedure("1.900101", 2).orElseThrow().validTo()).hasToString("2026-12-31");
        assertThat(differences()).containsExactly("1.900101/2 [\"validTo\"]");
    }

    @Test
    void whatOnlyAPersonCanDecideStopsNeitherTheStartNorPublishingAndIsListedUntilItIsDecided() throws Exception {
        publish(changed(
                "AGENCY|H03.15|1",
                tree -> tree.put("code", "H03.15.01").put("parent", "H03.15").remove("path")));
        leave(changed("AGENCY|H03.15|1", tree -> tree.put("validTo", "2026-12-31")));

        try (Said said = new Said(CatalogueLoader.class)) {
            start();
            start();
            assertThat(said.lines())
                    .filteredOn(line -> line.contains("left=AGENCY/H03.15.01/1 fields=[parent]"))
                    .hasSize(1);
        }
        assertThat(differences()).containsExactly("H03.15.01/1 [\"parent\"]");

        publish(changed("PROCEDURE|1.900101|2", tree -> tree.put("version", 3).put("validFrom", "2027-01-01")));
        assertThat(differences()).as("which has nothing to do with it").hasSize(1);

        publish(changed(
                "AGENCY|H03.15|1",
                tree -> tree.put("version", 2).put("validFrom", "2027-01-01").putNull("validTo")));
        assertThat(differences()).isEmpty();
    }

    /** As a start does it, and again after what it changed. */
    private void start() {
        loader.bringAlong(CatalogueFiles.shipped());
        catalogues.refresh();
    }

    /** As an earlier build did: it wrote what the file says and then stopped. */
    private void leave(CatalogueEntry entry) throws SQLException {
        try (var connection = database.getConnection()) {
            CatalogueStore.save(connection, List.of(entry), false);
            CatalogueStore.raiseEdition(connection);
        }
    }

    private void publish(CatalogueEntry entry) {
        String path = DRAFTS + "/" + entry.wireKind() + "/" + entry.code() + "/" + entry.version();
        var created =
                Api.send(ADMIN.post(DRAFTS, EventFormat.canonicalText(entry)).header("Idempotency-Key", Api.key()));
        assertThat(created.status()).as(String.valueOf(created.body())).isEqualTo(201);
        var published = Api.send(ADMIN.request(path + "/publication")
                .header("Idempotency-Key", Api.key())
                .POST(BodyPublishers.noBody()));
        assertThat(published.status()).as(String.valueOf(published.body())).isEqualTo(200);
    }

    private List<String> differences() {
        JsonNode items = ADMIN.get("/v1/catalogue/differences").body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(one -> one.path("code").asText() + "/" + one.path("version") + " " + one.path("fields"))
                .toList();
    }

    private CatalogueEntry changed(String key, Consumer<ObjectNode> change) throws Exception {
        ObjectNode tree = EventFormat.mapper()
                .valueToTree(catalogue.entries().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow());
        change.accept(tree);
        return EventFormat.mapper().treeToValue(tree, CatalogueEntry.class);
    }
}
