package vn.motcua.dossier.subscriber;

/** What a committed turn did. */
record Tally(long applied, long repeats) {

    static final Tally NONE = new Tally(0, 0);

    Tally plus(Tally other) {
        return new Tally(applied + other.applied, repeats + other.repeats);
    }

    Tally plus(Turn turn) {
        return new Tally(applied + turn.run().size(), repeats + turn.repeats());
    }
}
