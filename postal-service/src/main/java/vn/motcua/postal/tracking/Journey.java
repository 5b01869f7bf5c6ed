package vn.motcua.postal.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.motcua.postal.returns.Attempt;
import vn.motcua.postal.returns.PostalReturn;

/** What one transaction makes of one parcel: its steps, and the facts they publish in order. Not thread-safe. */
public final class Journey {

    private final Parcel before;
    private final FactChain chain;
    private final FactWriter writer;
    private final List<NewFact> facts = new ArrayList<>();
    private PostalReturn now;

    /** @param chain of the dossier, shared by the journeys of all its parcels in this transaction */
    Journey(Parcel before, FactChain chain, FactWriter writer) {
        this.before = before;
        this.chain = chain;
        this.writer = writer;
        this.now = before.value();
    }

    /** The parcel as the steps so far left it. */
    public PostalReturn now() {
        return now;
    }

    /** Where it stood when it was read. */
    public Parcel before() {
        return before;
    }

    /**
     * Takes a step that becomes true at that instant.
     *
     * @param actor name of the person for the private column of the history; null for the carrier and the system
     * @return what came of it; where it is barred nothing changed
     */
    public Attempt step(Function<PostalReturn, Attempt> step, Instant at, String actor) {
        var attempt = step.apply(now);
        attempt.fold(
                done -> {
                    now = done.after();
                    done.fact().ifPresent(fact -> tell(writer.write(before, chain, now, fact, at, actor)));
                    return null;
                },
                barred -> null);
        return attempt;
    }

    boolean moved() {
        return !now.equals(before.value());
    }

    List<NewFact> facts() {
        return facts;
    }

    /** Where the facts of its dossier stand, once every step of the transaction is taken. */
    FactChain chain() {
        return chain;
    }

    private void tell(NewFact fact) {
        chain.add(fact);
        facts.add(fact);
    }
}
