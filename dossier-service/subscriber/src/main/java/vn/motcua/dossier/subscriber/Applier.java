package vn.motcua.dossier.subscriber;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Claims, decides, applies and settles many subjects in one transaction; when one of them fails, halves them until it stands alone. */
@ApplicationScoped
class Applier {

    private final Transactions transactions;
    private final InboxStore store;
    private final Keeper keeper;
    private final LoneSubject lone;
    private final SubscriberConfig config;

    Applier(Transactions transactions, InboxStore store, Keeper keeper, LoneSubject lone, SubscriberConfig config) {
        this.transactions = transactions;
        this.store = store;
        this.keeper = keeper;
        this.lone = lone;
        this.config = config;
    }

    /** Fails only with a fault that passes, or with one of the kit itself; then what was not committed comes again. */
    Uni<Tally> apply(Subscription subscription, List<Errand> errands) {
        if (errands.isEmpty()) {
            return Uni.createFrom().item(Tally.NONE);
        }
        return transactions
                .run(tx -> attempt(tx, subscription, errands))
                .onFailure(fault -> !Faults.pass(fault))
                .recoverWithUni(() -> inParts(subscription, errands));
    }

    private Uni<Tally> inParts(Subscription subscription, List<Errand> errands) {
        if (errands.size() == 1) {
            return lone.apply(subscription, errands.get(0));
        }
        int half = errands.size() / 2;
        return apply(subscription, errands.subList(0, half))
                .chain(first -> apply(subscription, errands.subList(half, errands.size()))
                        .map(first::plus));
    }

    private Uni<Tally> attempt(SqlConnection tx, Subscription subscription, List<Errand> errands) {
        var stream = subscription.name();
        var subjects = errands.stream().map(Errand::subject).sorted().toList();
        return store.claim(tx, stream, subjects).chain(standings -> {
            var needed = errands.stream()
                    .filter(errand -> errand.needsHeld(standings.get(errand.subject())))
                    .map(Errand::subject)
                    .toList();
            return store.held(tx, stream, needed, config.drain())
                    .map(held -> decide(subscription, errands, standings, held))
                    .chain(turns -> carryOut(tx, subscription, turns, standings, lifted(errands, standings)));
        });
    }

    private static Map<Subject, Turn> decide(
            Subscription subscription,
            List<Errand> errands,
            Map<Subject, Standing> standings,
            Map<Subject, List<Delivery>> held) {
        var turns = new TreeMap<Subject, Turn>();
        for (var errand : errands) {
            var standing = standings.get(errand.subject());
            turns.put(
                    errand.subject(),
                    Turn.of(
                            standing,
                            held.getOrDefault(errand.subject(), List.of()),
                            errand.arrived(),
                            errand.lifts(standing),
                            subscription.startsMidStream()));
        }
        return turns;
    }

    private static List<Subject> lifted(List<Errand> errands, Map<Subject, Standing> standings) {
        return errands.stream()
                .filter(errand ->
                        errand.cause() != Errand.Cause.ARRIVAL && errand.lifts(standings.get(errand.subject())))
                .map(Errand::subject)
                .toList();
    }

    private Uni<Tally> carryOut(
            SqlConnection tx,
            Subscription subscription,
            Map<Subject, Turn> turns,
            Map<Subject, Standing> standings,
            List<Subject> lifted) {
        var run = new ArrayList<Delivery>();
        var tally = Tally.NONE;
        for (var turn : turns.values()) {
            run.addAll(turn.run());
            tally = tally.plus(turn);
        }
        var applied = run.isEmpty() ? Uni.createFrom().voidItem() : subscription.apply(tx, List.copyOf(run));
        return applied.chain(() -> keeper.settle(tx, subscription.name(), turns, standings, lifted))
                .replaceWith(tally);
    }
}
