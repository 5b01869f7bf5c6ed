package vn.motcua.dossier.casework;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses how casework meets the database; it has connections of its own, which lists and imports cannot use up. */
@ApplicationScoped
class WriteWays {

    /** {@code motcua.casework.gathered}: together what arrives together. {@code motcua.casework.in-flight}: statements of each kind at a time. */
    @Produces
    @Singleton
    CaseStore store(
            @ReactiveDataSource("casework") Pool pool,
            MeterRegistry registry,
            @ConfigProperty(name = "motcua.casework.gathered", defaultValue = "true") boolean gathered,
            @ConfigProperty(name = "motcua.casework.in-flight", defaultValue = "2") int inFlight) {
        return gathered ? new GatheredStore(pool, inFlight, registry) : new DossierStore(pool);
    }

    @Produces
    @Singleton
    @Typed(DossierStore.class)
    DossierStore direct(@ReactiveDataSource("casework") Pool pool) {
        return new DossierStore(pool);
    }
}
