package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.EventFormat;

/** What is shipped goes out on catalogue.v1 word for word: all of it is what the published schema says. */
class PublishedCatalogueTest {

    @Test
    void everyEntryThatIsShippedFitsTheSchemaThatReadersHave() {
        var schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(PublishedCatalogueTest::schema))
                .getSchema(SchemaLocation.of("urn:motcua:schema:vn.motcua.catalogue.v1"));
        var wrong = new ArrayList<String>();
        int entries = 0;
        for (var file : CatalogueFiles.shipped()) {
            for (var entry : file.entries()) {
                entries++;
                var complaints = schema.validate(EventFormat.canonicalText(entry), InputFormat.JSON);
                if (!complaints.isEmpty()) {
                    wrong.add(entry.key() + ": " + complaints);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(entries).isGreaterThan(2_000);
    }

    private static String schema(String id) {
        var file = "schemas/" + id.replace("urn:motcua:schema:", "") + ".json";
        try (var in = DossierEvent.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
