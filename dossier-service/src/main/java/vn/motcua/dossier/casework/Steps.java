package vn.motcua.dossier.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.LegalRules;
import vn.motcua.dossier.lifecycle.Rights;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.payments.Transactions;
import vn.motcua.dossier.relay.EventRelay;

/** How every step goes: load, decide, save, in two round trips; and what follows when somebody else was quicker. */
@ApplicationScoped
class Steps {

    /** How often a step starts anew because a timer came between; a person's step ends it at once. */
    private static final int TRIES = 5;

    private final CaseStore cases;
    private final DossierStore store;
    private final DossierViews views;
    private final Dates dates;
    private final Standing standing;
    private final Transactions transactions;
    private final EventRelay relay;
    private final Clock clock;
    private final String source;

    Steps(
            CaseStore cases,
            DossierStore store,
            DossierViews views,
            Dates dates,
            Standing standing,
            Transactions transactions,
            EventRelay relay,
            Clock clock,
            @ConfigProperty(name = "motcua.source", defaultValue = "urn:motcua:H03:dossier-service") String source) {
        this.cases = cases;
        this.store = store;
        this.views = views;
        this.dates = dates;
        this.standing = standing;
        this.transactions = transactions;
        this.relay = relay;
        this.clock = clock;
        this.source = source;
    }

    /** What is asked of the lifecycle once the dossier is at hand. */
    @FunctionalInterface
    interface Deed {
        Attempt attempt(Dossier dossier, Actor actor, Instant at);
    }

    /**
     * What was done, with the private part that goes with it.
     *
     * @param part null where it stays
     * @param proposal number of the proposal that this decides; null without one
     * @param filing the file that comes with it; null without one
     */
    record Amended(Attempt attempt, PrivatePart part, Integer proposal, Filing filing) {
        Amended(Attempt attempt, PrivatePart part, Integer proposal) {
            this(attempt, part, proposal, null);
        }

        Amended(Attempt attempt, PrivatePart part) {
            this(attempt, part, null, null);
        }
    }

    /** What is asked of the lifecycle where the private part may change too. */
    @FunctionalInterface
    interface Amending {
        Amended attempt(Kept kept, Actor actor, Instant at);
    }

    /** What is kept with a step, in its transaction and before it; fails with a {@link Problem} where it cannot be. */
    @FunctionalInterface
    interface Along {
        Uni<Void> write(SqlConnection tx, Dossier before, Dossier after);
    }

    /** Takes a step with which something else is kept or nothing is; not for what is done all day: it takes a transaction of several statements. */
    Uni<Answer> take(Order order, Step step, Deed deed, Along along) {
        return take(
                order, step, (kept, actor, at) -> new Amended(deed.attempt(kept.dossier(), actor, at), null), along, 1);
    }

    /** Takes a step; fails with a {@link Problem} if it cannot be taken. */
    Uni<Answer> take(Order order, Step step, Deed deed) {
        return amend(order, step, (kept, actor, at) -> new Amended(deed.attempt(kept.dossier(), actor, at), null));
    }

    /** {@link #take} for a step that may change the private part. */
    Uni<Answer> amend(Order order, Step step, Amending deed) {
        return take(order, step, deed, null, 1);
    }

    /** {@link #take} on a dossier that was found another way than by its id, with what the order's key did to it: nothing is loaded twice. */
    Uni<Answer> take(Order order, Step step, Deed deed, Kept found) {
        return on(
                found,
                order,
                step,
                (kept, actor, at) -> new Amended(deed.attempt(kept.dossier(), actor, at), null),
                null,
                1);
    }

    private Uni<Answer> take(Order order, Step step, Amending deed, Along along, int time) {
        return cases.load(order.dossier(), order.provenance().key())
                .chain(found -> on(found.orElseThrow(Refusals::notFound), order, step, deed, along, time));
    }

    private Uni<Answer> on(Kept kept, Order order, Step step, Amending deed, Along along, int time) {
        return kept.earlier() != null
                ? Uni.createFrom().item(() -> again(kept, step, order))
                : standing.of(order.by(), step, kept.dossier(), now(kept.dossier()))
                        .chain(held -> take(order.by(held), step, deed, along, time, kept));
    }

    private Uni<Answer> take(Order order, Step step, Amending deed, Along along, int time, Kept kept) {
        var rules = dates.rules(kept.dossier().matter());
        var actors = Rights.actors(order.by(), step, kept.dossier(), rules);
        if (actors.isEmpty()) {
            throw Refusals.notYours();
        }
        if (!step.isAside() && order.seen() != kept.stepSequence()) {
            return overtaken(kept, order);
        }
        var amended = attempt(deed, kept, actors);
        var part = amended.part() == null ? kept.part() : amended.part();
        return amended.attempt()
                .fold(
                        done -> save(kept.dossier(), write(kept, step, done, amended, order, rules), along)
                                .chain(saved -> saved
                                        ? Uni.createFrom()
                                                .item(answer(
                                                        done.dossier(), part, order, tag(kept, step, done.dossier())))
                                        : anew(order, step, deed, along, time, kept))
                                .onFailure(failure -> along != null && failure instanceof Problem)
                                .recoverWithUni(problem -> twin(order, step, problem)),
                        barred -> Uni.createFrom()
                                .failure(Refusals.barred(barred, kept.dossier().code())));
    }

    /** In the first of their roles in which it can be done; else what bars it in the first. */
    private Amended attempt(Amending deed, Kept kept, List<Actor> actors) {
        Amended first = null;
        for (var actor : actors) {
            var tried = deed.attempt(kept, actor, now(kept.dossier()));
            if (tried.attempt() instanceof Attempt.Done) {
                return tried;
            }
            first = first == null ? tried : first;
        }
        return first;
    }

    /** What goes along may be there already because this very request, sent twice at once, has kept it. */
    private Uni<Answer> twin(Order order, Step step, Throwable problem) {
        return cases.load(order.dossier(), order.provenance().key())
                .chain(found -> found.filter(kept -> kept.earlier() != null)
                        .map(kept -> Uni.createFrom().item(again(kept, step, order)))
                        .orElseGet(() -> Uni.createFrom().failure(problem)));
    }

    private Uni<Boolean> save(Dossier before, StepWrite write, Along along) {
        var written = along == null
                ? cases.step(write)
                : transactions
                        .write(tx -> along.write(tx, before, write.dossier())
                                .chain(() -> new DossierStore(tx).step(write))
                                .chain(saved -> saved
                                        ? Uni.createFrom().item(true)
                                        : Uni.createFrom().failure(new Overtaken())))
                        .onFailure(Overtaken.class)
                        .recoverWithItem(false);
        // A caller who hangs up cancels what they wait for; the write and what follows a commit go on without them.
        return written.invoke(saved -> {
                    if (saved) {
                        relay.wake();
                    }
                })
                .memoize()
                .indefinitely();
    }

    /** Somebody else moved the dossier: what was to go along is taken back. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super(null, null, false, false);
        }
    }

    private Uni<Answer> anew(Order order, Step step, Amending deed, Along along, int time, Kept kept) {
        return time < TRIES
                ? take(order, step, deed, along, time + 1)
                : Uni.createFrom().failure(Refusals.busy(kept.dossier().code()));
    }

    /** Fails: somebody took a step since the caller looked. It says which and when. */
    <T> Uni<T> overtaken(Kept kept, Order order) {
        return store.personsStepAfter(order.dossier(), order.seen())
                .map(step -> Refusals.stale(kept.dossier().code(), kept.stepSequence(), step.orElse(null)))
                .chain(problem -> Uni.createFrom().failure(problem));
    }

    private StepWrite write(Kept kept, Step step, Attempt.Done done, Amended amended, Order order, LegalRules rules) {
        // Who has a role of their own for it acts in that.
        var provenance = done.fact().actor().role() == Role.LEADER
                ? order.provenance()
                : order.provenance().under(null);
        return step.isAside()
                ? StepWrite.aside(kept, done, provenance, source, rules)
                : StepWrite.amended(kept, done, amended, provenance, source, rules);
    }

    private Answer again(Kept kept, Step step, Order order) {
        var then = Replay.of(kept, order.provenance().key());
        return answer(then, kept.part(), order, tag(kept, step, then));
    }

    /** What is taken beside the others leaves the tag as it was; after it nobody takes another. */
    private static long tag(Kept kept, Step step, Dossier after) {
        return step.isAside() ? kept.stepSequence() : after.sequence();
    }

    private Answer answer(Dossier dossier, PrivatePart part, Order order, long tag) {
        return new Answer(views.of(dossier, part, order.by()), tag);
    }

    /** Now, but never before the last step: the clocks of two instances differ by a little. */
    Instant now(Dossier dossier) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(dossier.changedAt()) ? dossier.changedAt() : now;
    }
}
