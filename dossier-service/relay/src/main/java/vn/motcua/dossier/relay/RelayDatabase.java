package vn.motcua.dossier.relay;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's own database, for connections outside its pool. */
@Dependent
final class RelayDatabase {

    @Produces
    @Singleton
    RelayConnection.Settings settings(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        return new RelayConnection.Settings(url, user.orElse(""), password.orElse(""));
    }
}
