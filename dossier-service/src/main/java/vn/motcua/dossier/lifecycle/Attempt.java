package vn.motcua.dossier.lifecycle;

import java.util.function.Function;

/** What came of a step: it happened, or something bars it. Never an exception. */
public sealed interface Attempt {

    <R> R fold(Function<Done, R> done, Function<Barred, R> barred);

    /**
     * The step was taken.
     *
     * @param dossier as it stands now
     * @param fact to be kept and published with it
     */
    record Done(Dossier dossier, Fact fact) implements Attempt {
        @Override
        public <R> R fold(Function<Done, R> done, Function<Barred, R> barred) {
            return done.apply(this);
        }
    }

    /**
     * Nothing changed.
     *
     * @param reason what stands in the way
     * @param status where the dossier stands; null if it does not exist
     */
    record Barred(Bar reason, DossierStatus status) implements Attempt {
        @Override
        public <R> R fold(Function<Done, R> done, Function<Barred, R> barred) {
            return barred.apply(this);
        }
    }
}
