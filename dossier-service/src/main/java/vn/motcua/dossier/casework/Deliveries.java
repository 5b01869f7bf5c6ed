package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.IdentityCheck;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Via;
import vn.motcua.dossier.subscriber.NotYet;

/** Steps that another part's fact takes, inside the transaction that claims the fact. Whoever commits wakes the relay. */
@ApplicationScoped
public class Deliveries {

    private static final int TRIES = 5;

    private final String source;
    private final Dates dates;

    Deliveries(
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source,
            Dates dates) {
        this.source = source;
        this.dates = dates;
    }

    /**
     * The postman handed the result over: T27 by post. A barred step is no fault: the answer says so and nothing was written.
     *
     * @param tx open transaction; committed or rolled back by the caller
     * @param deliveredAt when; taken as the time of the last step if it lies before it
     * @param provenance its causation names the postal event; its key may be null, since the claim makes it happen once
     * @return what came of it; empty if there is no such dossier
     */
    public Uni<Optional<Attempt>> delivered(
            SqlConnection tx, UUID dossier, Instant deliveredAt, Provenance provenance) {
        return delivered(tx, dossier, deliveredAt, provenance, 1);
    }

    private Uni<Optional<Attempt>> delivered(
            SqlConnection tx, UUID id, Instant deliveredAt, Provenance provenance, int time) {
        return new DossierStore(tx).load(id, provenance.key()).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            var kept = found.get();
            var at = deliveredAt.isBefore(kept.dossier().changedAt())
                    ? kept.dossier().changedAt()
                    : deliveredAt;
            var attempt = kept.dossier().handOver(new Actor(Role.POSTAL, null), Via.POST, IdentityCheck.OF_OWNER, at);
            return attempt.fold(
                            done -> write(tx, kept, done, provenance),
                            barred -> Uni.createFrom().item(true))
                    .chain(settled -> {
                        if (settled) {
                            return Uni.createFrom().item(Optional.of(attempt));
                        }
                        // Somebody else was faster every time: the event must not count as applied.
                        return time == TRIES
                                ? Uni.createFrom().failure(new NotYet("a quiet moment of dossier " + id))
                                : delivered(tx, id, deliveredAt, provenance, time + 1);
                    });
        });
    }

    private Uni<Boolean> write(SqlConnection tx, Kept kept, Attempt.Done done, Provenance provenance) {
        var rules = dates.rules(kept.dossier().matter());
        return new DossierStore(tx).step(StepWrite.of(kept, done, null, provenance, source, rules));
    }
}
