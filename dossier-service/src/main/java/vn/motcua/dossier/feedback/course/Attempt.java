package vn.motcua.dossier.feedback.course;

import java.util.function.Function;

/** What came of a step: it happened, or something bars it. Never an exception. */
public sealed interface Attempt {

    <R> R fold(Function<Done, R> done, Function<Barred, R> barred);

    /** The step was taken. @param feedback as it stands now @param fact to be kept and published with it */
    record Done(Feedback feedback, Fact fact) implements Attempt {
        @Override
        public <R> R fold(Function<Done, R> done, Function<Barred, R> barred) {
            return done.apply(this);
        }
    }

    /** Nothing changed. */
    record Barred(Bar reason, Status status) implements Attempt {
        @Override
        public <R> R fold(Function<Done, R> done, Function<Barred, R> barred) {
            return barred.apply(this);
        }
    }
}
