package vn.motcua.dossier.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import vn.motcua.dossier.testing.Tables;

/**
 * Puts the catalogue back as this build ships it, in the database, in memory and on the topic. What a test published leaves with it: an open dossier
 * of such a procedure would be one that cannot exist, and every order for its agency would fail in whatever test comes next.
 */
@ApplicationScoped
public class CatalogueRoom {

    private static final String ORPHANS = """
            select code from dossier d
            where status in ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUIRED', 'PAYMENT_REQUIRED', 'STOPPED', 'COMPLETED')
              and sector <> 'UNKNOWN' and ended_at is null
              and not exists (select from catalogue_item i where i.kind = 'PROCEDURE' and i.code = d.procedure and i.version = d.procedure_version)
            limit 10
            """;

    private final DataSource database;
    private final CatalogueLoader loader;
    private final Catalogues catalogues;
    private final CataloguePublisher publisher;

    CatalogueRoom(DataSource database, CatalogueLoader loader, Catalogues catalogues, CataloguePublisher publisher) {
        this.database = database;
        this.loader = loader;
        this.catalogues = catalogues;
        this.publisher = publisher;
    }

    public void tidy() throws Exception {
        execute("delete from catalogue_item where decided");
        execute("delete from catalogue_draft");
        execute("delete from catalogue_request");
        execute("delete from catalogue_file");
        execute("delete from catalogue_difference");
        loader.bringAlong(CatalogueFiles.shipped());
        assertThat(Tables.column(ORPHANS))
                .as("open dossiers of procedures that are gone")
                .isEmpty();
        catalogues.refresh();
        publisher.publishOnce();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
