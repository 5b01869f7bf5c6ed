package vn.motcua.dossier.feedback.course;

import java.time.Instant;

/** What happened to feedback. {@link #fold} makes a forgotten kind a compile error, which a switch over sealed types does not do in Java 17. */
public sealed interface Fact {

    /** When it became true, UTC, whole milliseconds. */
    Instant at();

    Actor actor();

    <R> R fold(Cases<R> cases);

    /** It came in. */
    record Received(Instant at, Actor actor) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.received(this);
        }
    }

    /**
     * The agency took it in.
     *
     * @param previousDueAt until when that was due; null if nobody knew
     */
    record Classified(Instant at, Actor actor, Instant previousDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.classified(this);
        }
    }

    /**
     * Another agency is competent and has it now.
     *
     * @param fromAgency code of the one before
     */
    record Transferred(Instant at, Actor actor, String fromAgency, Instant previousDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.transferred(this);
        }
    }

    /**
     * It is not handled.
     *
     * @param reason code
     * @param previousDueAt until when something was due; null while its author was waited for
     */
    record Refused(Instant at, Actor actor, String reason, Instant previousDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /** Its author was asked for more; nothing is due from the agency until that comes. */
    record SupplementRequested(Instant at, Actor actor) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.supplementRequested(this);
        }
    }

    /** The author sent more. */
    record SupplementSubmitted(Instant at, Actor actor) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.supplementSubmitted(this);
        }
    }

    /**
     * The agency answered.
     *
     * @param previousDueAt until when that was due; null if nobody knew
     */
    record Answered(Instant at, Actor actor, Instant previousDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.answered(this);
        }
    }

    /**
     * The answer was made public.
     *
     * @param previousDueAt until when that was due; null if nobody knew
     */
    record Published(Instant at, Actor actor, Instant previousDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.published(this);
        }
    }

    /**
     * The author said what they think of the answer.
     *
     * @param score 1 to 5
     */
    record Rated(Instant at, Actor actor, int score) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rated(this);
        }
    }

    /** What is owed was not done in time. */
    record Overdue(Instant at, Actor actor, Stage stage, Instant dueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.overdue(this);
        }
    }

    /** One answer per kind of fact. */
    interface Cases<R> {
        R received(Received fact);

        R classified(Classified fact);

        R transferred(Transferred fact);

        R refused(Refused fact);

        R supplementRequested(SupplementRequested fact);

        R supplementSubmitted(SupplementSubmitted fact);

        R answered(Answered fact);

        R published(Published fact);

        R rated(Rated fact);

        R overdue(Overdue fact);
    }
}
