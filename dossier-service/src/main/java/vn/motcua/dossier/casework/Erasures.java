package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.lifecycle.Actor;

/** Empties a dossier that is to be destroyed, and says so in its history. In the caller's transaction: whoever calls decides whether it may be. */
@ApplicationScoped
public class Erasures {

    private final Dates dates;
    private final String source;

    Erasures(
            Dates dates,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.dates = dates;
        this.source = source;
    }

    /** The fact that stands last in the history from now on. */
    public record Erased(long sequence, String hash) {}

    /** Holds the dossier until the transaction ends: nothing is added to it meanwhile. False if there is no such dossier. */
    public Uni<Boolean> hold(SqlConnection tx, UUID dossier) {
        return ErasureStore.hold(tx, dossier);
    }

    /**
     * Erases the applicant, every remark and account in its history, the keys of requests and what was proposed.
     *
     * @param order by which it is done, for the history
     * @return empty where the lifecycle bars it, or somebody moved the dossier meanwhile
     */
    public Uni<Optional<Erased>> erase(SqlConnection tx, UUID dossier, Actor by, String order, Instant at) {
        var store = new DossierStore(tx);
        return store.load(dossier, null).chain(found -> {
            var kept = found.orElseThrow(Refusals::notFound);
            var before = kept.dossier().changedAt();
            return kept.dossier()
                    .amendments()
                    .destroy(by, at.isBefore(before) ? before : at)
                    .fold(
                            done -> {
                                var provenance = new Provenance(null, order, null, null, null, null);
                                var rules = dates.rules(kept.dossier().matter());
                                var write = StepWrite.ofTheClock(kept, done, provenance, source, rules);
                                return ErasureStore.empty(tx, dossier)
                                        .chain(() -> store.step(write))
                                        .map(saved -> saved
                                                ? Optional.of(new Erased(
                                                        done.dossier().sequence(),
                                                        write.event().hash()))
                                                : Optional.<Erased>empty());
                            },
                            barred -> Uni.createFrom().item(Optional.empty()));
        });
    }
}
