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
    private final FactWriter writer;
    private final List<NewFact> facts = new ArrayList<>();
    private PostalReturn now;

    Journey(Parcel before, FactWriter writer) {
        this.before = before;
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
                    done.fact().ifPresent(fact -> facts.add(writer.write(before, last(), now, fact, at, actor)));
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

    long sequence() {
        return before.sequence() + facts.size();
    }

    String hash() {
        var last = last();
        return last == null ? before.hash() : last.hash();
    }

    private NewFact last() {
        return facts.isEmpty() ? null : facts.get(facts.size() - 1);
    }
}
