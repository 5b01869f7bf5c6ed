package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.payments.Transactions;
import vn.motcua.dossier.relay.EventRelay;

/** Steps of the system itself on a dossier, ordered by somebody for many: without a request's key, each once as long as it still applies. */
@ApplicationScoped
public class Acts {

    private static final int TRIES = 5;

    private final CaseStore cases;
    private final Dates dates;
    private final Transactions transactions;
    private final EventRelay relay;
    private final Clock clock;
    private final String source;

    Acts(
            CaseStore cases,
            Dates dates,
            Transactions transactions,
            EventRelay relay,
            Clock clock,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.cases = cases;
        this.dates = dates;
        this.transactions = transactions;
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
                            done -> cases.step(write(kept, done, account))
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

    /**
     * Takes steps that belong together, one after the other: all of them or none, and nobody sees the dossier between them. For what is ordered, not
     * for what is done all day.
     *
     * @return whether they were taken; false where the lifecycle bars one of them
     */
    public Uni<Boolean> takeTogether(UUID id, String account, List<BiFunction<Dossier, Instant, Attempt>> deeds) {
        return takeTogether(id, account, tx -> Uni.createFrom().voidItem(), deeds, 1);
    }

    /**
     * Takes a step together with what stands beside the dossier: both or neither.
     *
     * @param beside comes first, inside the transaction: whoever holds both takes them in this order
     * @return whether it was taken; false where the lifecycle bars it
     */
    public Uni<Boolean> takeWith(
            UUID id,
            String account,
            Function<SqlConnection, Uni<Void>> beside,
            BiFunction<Dossier, Instant, Attempt> deed) {
        return takeTogether(id, account, beside, List.of(deed), 1);
    }

    private Uni<Boolean> takeTogether(
            UUID id,
            String account,
            Function<SqlConnection, Uni<Void>> beside,
            List<BiFunction<Dossier, Instant, Attempt>> deeds,
            int time) {
        return transactions
                .write(tx -> beside.apply(tx).chain(() -> each(new DossierStore(tx), id, account, deeds.iterator())))
                .onItem()
                .transform(all -> Ended.DONE)
                .onFailure(NotTaken.class)
                .recoverWithItem(failure -> failure.how)
                .chain(how -> switch (how) {
                    case BARRED -> Uni.createFrom().item(false);
                    case DONE -> {
                        relay.wake();
                        yield Uni.createFrom().item(true);
                    }
                    case OVERTAKEN ->
                        time < TRIES
                                ? takeTogether(id, account, beside, deeds, time + 1)
                                : Uni.createFrom().failure(Refusals.busy(null));
                });
    }

    private Uni<Void> each(
            CaseStore inside, UUID id, String account, Iterator<BiFunction<Dossier, Instant, Attempt>> deeds) {
        if (!deeds.hasNext()) {
            return Uni.createFrom().voidItem();
        }
        var deed = deeds.next();
        return inside.load(id, null)
                .chain(found -> found.map(kept -> deed.apply(kept.dossier(), now(kept.dossier()))
                                .fold(
                                        done -> inside.step(write(kept, done, account)),
                                        barred -> Uni.createFrom().<Boolean>failure(new NotTaken(Ended.BARRED))))
                        .orElseGet(() -> Uni.createFrom().failure(new NotTaken(Ended.BARRED))))
                .chain(saved -> saved
                        ? each(inside, id, account, deeds)
                        : Uni.createFrom().failure(new NotTaken(Ended.OVERTAKEN)));
    }

    private enum Ended {
        DONE,
        BARRED,
        /** Somebody else moved the dossier meanwhile. */
        OVERTAKEN
    }

    /** What was taken before is taken back with it. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Ended how;

        NotTaken(Ended how) {
            super(null, null, false, false);
            this.how = how;
        }
    }

    private StepWrite write(Kept kept, Attempt.Done done, String account) {
        return StepWrite.ofTheClock(
                kept, done, by(account), source, dates.rules(kept.dossier().matter()));
    }

    private static Provenance by(String account) {
        return new Provenance(null, account, null, null, null, null);
    }

    private Instant now(Dossier dossier) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(dossier.changedAt()) ? dossier.changedAt() : now;
    }
}
