package vn.motcua.dossier.relay;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The tables {@code event}, {@code outgoing}, {@code parked_pointer} and {@code pointer_decision}, under a history of
 * their own.
 */
@ApplicationScoped
public class RelaySchema {

    /** Largest event data in UTF-8 bytes; the database bars what is larger at commit. */
    public static final int MAX_EVENT_BYTES = 262_144;

    private static final String HISTORY = "flyway_relay_history";
    private static final String FOLDER = "db/relay/";

    /** Named one by one: scanning a class path depends on how the application is packaged. */
    private static final List<String> MIGRATIONS = List.of(
            "V1__events_and_the_pointers_that_send_them.sql",
            "V2__what_operators_decided_about_parked_pointers.sql",
            "V32__find_events_by_when_they_were_recorded.sql");

    private final RelayConnection.Settings connection;

    RelaySchema(RelayConnection.Settings connection) {
        this.connection = connection;
    }

    /** Before any bean of the application uses the tables. */
    void onStart(@Observes @Priority(10) StartupEvent start) {
        migrate(connection.url(), connection.user(), connection.password());
    }

    /**
     * Brings the relay's tables up to date. Safe to call at every start and from several instances at once.
     *
     * @param url JDBC URL of the service's database
     */
    public static void migrate(String url, String user, String password) {
        Flyway.configure(RelaySchema.class.getClassLoader())
                .dataSource(url, user, password)
                .table(HISTORY)
                // The service's own tables are there already; below V1, so that V1 still runs.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .resourceProvider(new OwnScripts())
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }

    private static final class OwnScripts implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return MIGRATIONS.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return MIGRATIONS.stream()
                    .filter(name ->
                            name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                    .<LoadableResource>map(Script::new)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String name;

        private Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            var stream = RelaySchema.class.getClassLoader().getResourceAsStream(FOLDER + name);
            if (stream == null) {
                throw new UncheckedIOException(
                        new IOException("Migration " + FOLDER + name + " is not on the class path"));
            }
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
