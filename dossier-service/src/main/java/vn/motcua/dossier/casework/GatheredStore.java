package vn.motcua.dossier.casework;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.edge.RequestKey;

/** Loads, steps and creations that arrive together go together, in one statement each: fewer round trips, fewer commits, one fsync. */
final class GatheredStore implements CaseStore {

    private final Gatherer<LoadStatement.Asked, Optional<Kept>> loads;
    private final Gatherer<StepWrite, Boolean> steps;
    private final Pool pool;
    private final Gatherer<CreationWrite, Optional<CreationWrite.Issued>> creations;

    /** @param inFlight statements of each kind at a time */
    GatheredStore(Pool pool, int inFlight, MeterRegistry registry) {
        this.pool = pool;
        loads = new Gatherer<>(all -> LoadStatement.execute(pool, all), null, inFlight, sizes(registry, "load"));
        steps = new Gatherer<>(
                all -> StepStatement.execute(pool, all),
                write -> write.dossier().id(),
                inFlight,
                sizes(registry, "step"));
        creations = new Gatherer<>(
                all -> CreationStatement.execute(pool, all),
                write -> write.provenance().key().scope() + " "
                        + write.provenance().key().key(),
                inFlight,
                sizes(registry, "creation"));
    }

    @Override
    public Uni<Optional<Kept>> load(UUID id, RequestKey key) {
        return loads.ask(new LoadStatement.Asked(id, key));
    }

    @Override
    public Uni<Boolean> step(StepWrite write) {
        // Too seldom to be gathered.
        return (write.goesAlone() ? StepStatement.executeAlone(pool, write) : steps.ask(write))
                .onFailure()
                .transform(failure -> WriteFaults.named(failure, write.dossier()));
    }

    @Override
    public Uni<Optional<CreationWrite.Issued>> create(CreationWrite write) {
        return (write.filings().isEmpty() ? creations.ask(write) : CreationStatement.executeWithFiles(pool, write))
                .onFailure()
                .transform(failure -> WriteFaults.named(failure, write.dossier()));
    }

    private static DistributionSummary sizes(MeterRegistry registry, String kind) {
        return DistributionSummary.builder("motcua_casework_gathered_requests")
                .description("Requests that went together in one statement")
                .tag("kind", kind)
                .register(registry);
    }
}
