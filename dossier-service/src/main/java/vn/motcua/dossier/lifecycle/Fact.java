package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import vn.motcua.dossier.calendar.TimeLimit;

/**
 * What happened to a dossier, as the lifecycle knows it. {@link #fold} makes a forgotten kind a compile error, which a switch over sealed
 * types does not do in Java 17.
 */
public sealed interface Fact {

    /** When it became true, UTC, whole milliseconds. */
    Instant at();

    Actor actor();

    <R> R fold(Cases<R> cases);

    /**
     * A citizen handed it in online.
     *
     * @param replyDueAt until when the agency answers; null while that year's calendar is not published
     */
    record Submitted(Instant at, Actor actor, Instant replyDueAt) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.submitted(this);
        }
    }

    /** The one-stop shop took it in; the clock runs. */
    record Accepted(Instant at, Actor actor, TimeLimit limit) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.accepted(this);
        }
    }

    /** The one-stop shop did not take it in. */
    record Refused(Instant at, Actor actor, String reason) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /** It went to, or was taken by, the case officer. */
    record ProcessingStarted(Instant at, Actor actor) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.processingStarted(this);
        }
    }

    /** The applicant took it back. */
    record Withdrawn(Instant at, Actor actor) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.withdrawn(this);
        }
    }

    /**
     * The agency decided; the clock stopped.
     *
     * @param reason code; null where it was granted
     */
    record Completed(Instant at, Actor actor, Outcome outcome, String reason) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.completed(this);
        }
    }

    /** The result reached the applicant. */
    record Returned(Instant at, Actor actor, Via via) implements Fact {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.returned(this);
        }
    }

    /** One answer per kind of fact. */
    interface Cases<R> {
        R submitted(Submitted fact);

        R accepted(Accepted fact);

        R refused(Refused fact);

        R processingStarted(ProcessingStarted fact);

        R withdrawn(Withdrawn fact);

        R completed(Completed fact);

        R returned(Returned fact);
    }
}
