package vn.motcua.local.testing;

import java.util.Map;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container. */
final class ContainedPostgres implements Fixture {

    private final PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine")
            .withUsername("postgres")
            .withDatabaseName("postgres")
            // The library's own command turns fsync off.
            .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=200", "-c", "timezone=UTC");

    @Override
    public Map<String, String> start() {
        container.start();
        return Map.of(
                "host", container.getHost(),
                "port", Integer.toString(container.getMappedPort(5432)),
                "user", container.getUsername(),
                "password", container.getPassword());
    }

    @Override
    public void close() {
        container.stop();
    }
}
