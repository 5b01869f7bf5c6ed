package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.relay.EventRelay;

/** Steps of the system itself on a dossier, ordered by somebody for many: without a request's key, each once as long as it still applies. */
@ApplicationScoped
public class Acts {

    private static final int TRIES = 5;

    private final CaseStore cases;
    private final Dates dates;
    private final EventRelay relay;
    private final Clock clock;
    private final String source;

    Acts(
            CaseStore cases,
            Dates dates,
            EventRelay relay,
            Clock clock,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.cases = cases;
        this.dates = dates;
        this.relay = relay;
        this.clock = clock;
        this.source = source;
    }

    /** The dossier as it stands; empty if there is none. */
    public Uni<Optional<Dossier>> look(UUID id) {
        return cases.load(id, null).map(found -> found.map(Kept::dossier));
    }

    /**
     * Takes the step where it can be taken.
     *
     * @param account of who ordered it, for the history
     * @return whether it was taken; false where the lifecycle bars it
     */
    public Uni<Boolean> take(UUID id, String account, BiFunction<Dossier, Instant, Attempt> deed) {
        return take(id, account, deed, 1);
    }

    private Uni<Boolean> take(UUID id, String account, BiFunction<Dossier, Instant, Attempt> deed, int time) {
        return cases.load(id, null).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            var kept = found.get();
            return deed.apply(kept.dossier(), now(kept.dossier()))
                    .fold(
                            done -> cases.step(StepWrite.ofTheClock(
                                            kept,
                                            done,
                                            by(account),
                                            source,
                                            dates.rules(kept.dossier().matter())))
                                    .chain(saved -> settled(saved, id, account, deed, time)),
                            barred -> Uni.createFrom().item(false));
        });
    }

    private Uni<Boolean> settled(
            boolean saved, UUID id, String account, BiFunction<Dossier, Instant, Attempt> deed, int time) {
        if (saved) {
            relay.wake();
            return Uni.createFrom().item(true);
        }
        return time < TRIES
                ? take(id, account, deed, time + 1)
                : Uni.createFrom().failure(Refusals.busy(null));
    }

    private static Provenance by(String account) {
        return new Provenance(null, account, null, null, null, null);
    }

    private Instant now(Dossier dossier) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(dossier.changedAt()) ? dossier.changedAt() : now;
    }
}
