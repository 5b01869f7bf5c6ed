package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Dossier;

/** Steps inside a transaction that somebody else began for more than the step: theirs to commit, and to wake the relay afterwards. */
@ApplicationScoped
class JoinedSteps {

    private static final int TRIES = 5;

    private final Dates dates;
    private final String source;

    JoinedSteps(
            Dates dates,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.dates = dates;
        this.source = source;
    }

    /**
     * Takes the step where it can be taken. A barred one is no fault: the answer says so and nothing was written.
     *
     * @param at when; taken as the time of the last step if it lies before it
     * @param busy what to fail with if others were faster every time
     * @return empty if there is no such dossier
     */
    Uni<Optional<Attempt>> take(
            SqlConnection tx,
            UUID dossier,
            Instant at,
            Provenance provenance,
            BiFunction<Dossier, Instant, Attempt> deed,
            Supplier<Throwable> busy) {
        return take(tx, dossier, at, provenance, deed, busy, 1);
    }

    private Uni<Optional<Attempt>> take(
            SqlConnection tx,
            UUID id,
            Instant wanted,
            Provenance provenance,
            BiFunction<Dossier, Instant, Attempt> deed,
            Supplier<Throwable> busy,
            int time) {
        return new DossierStore(tx).load(id, provenance.key()).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            var kept = found.get();
            var last = kept.dossier().changedAt();
            var attempt = deed.apply(kept.dossier(), wanted.isBefore(last) ? last : wanted);
            return attempt.fold(
                            done -> new DossierStore(tx)
                                    .step(StepWrite.of(
                                            kept,
                                            done,
                                            null,
                                            provenance,
                                            source,
                                            dates.rules(kept.dossier().matter()))),
                            barred -> Uni.createFrom().item(true))
                    .chain(settled -> {
                        if (settled) {
                            return Uni.createFrom().item(Optional.of(attempt));
                        }
                        return time == TRIES
                                ? Uni.createFrom().failure(busy)
                                : take(tx, id, wanted, provenance, deed, busy, time + 1);
                    });
        });
    }
}
