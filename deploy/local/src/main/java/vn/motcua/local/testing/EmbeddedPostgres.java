package vn.motcua.local.testing;

import java.util.Map;
import vn.motcua.local.DatabaseServer;
import vn.motcua.local.LocalPostgres;

/** PostgreSQL from Maven artifacts. */
final class EmbeddedPostgres implements Fixture {

    private final LocalPostgres postgres = LocalPostgres.temporary();

    @Override
    public Map<String, String> start() {
        DatabaseServer server = postgres.start().server();
        return Map.of(
                "host", server.host(),
                "port", Integer.toString(server.port()),
                "user", server.user(),
                "password", server.password());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
