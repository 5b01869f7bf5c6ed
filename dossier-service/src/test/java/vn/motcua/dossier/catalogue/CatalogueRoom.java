package vn.motcua.dossier.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Puts the catalogue back as this build ships it, in the database, in memory and on the topic. */
@ApplicationScoped
public class CatalogueRoom {

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
