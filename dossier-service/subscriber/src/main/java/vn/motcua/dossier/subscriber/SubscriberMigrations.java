package vn.motcua.dossier.subscriber;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the kit's own tables up to date at start, beside the service's migrations and with a history of their own. */
@ApplicationScoped
class SubscriberMigrations {

    private final DataSource database;

    SubscriberMigrations(DataSource database) {
        this.database = database;
    }

    void migrate(@Observes @Priority(20) StartupEvent starting) {
        Flyway.configure(SubscriberMigrations.class.getClassLoader())
                .dataSource(database)
                .resourceProvider(new MigrationFiles(
                        "db/subscriber/",
                        "V1__inbox_with_what_waits_and_what_is_parked.sql",
                        "V2__copy_of_the_catalogue.sql",
                        "V3__gaps_that_were_skipped.sql"))
                .table("flyway_subscriber_history")
                // The service's tables are there already: from nothing, not from version 1.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
