package vn.motcua.dossier.feedback.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What one person or business reports or proposes: a value. Each step answers with the feedback after it and the fact, or with what bars it; instants,
 * dates and ids come in.
 *
 * @param kind null until it was classified
 * @param previousStatus null on the first fact
 * @param sequence number of the last fact, from 1 without gaps
 * @param changedAt when the last fact became true
 * @param reason code of why it was refused; null otherwise
 * @param score what its author thinks of the answer; null until they say
 * @param ledger what was owed until when, in order; only the last can still be owed
 */
public record Feedback(
        UUID id,
        Kind kind,
        Status status,
        Status previousStatus,
        long sequence,
        Instant changedAt,
        Matter matter,
        Dates dates,
        String reason,
        Integer score,
        List<Deadline> ledger) {

    private static final Actor CLOCK = new Actor(Role.SYSTEM, null);

    public Feedback {
        Objects.requireNonNull(status, "status");
        ledger = List.copyOf(ledger);
    }

    /** It comes in. @param screening until when the agency says what becomes of it */
    public static Attempt.Done receive(UUID id, Matter matter, Actor by, Deadline screening, Instant at) {
        return new Attempt.Done(
                new Feedback(
                        id,
                        null,
                        Status.RECEIVED,
                        null,
                        1,
                        at,
                        matter,
                        Dates.received(screening.from()),
                        null,
                        null,
                        List.of(screening)),
                new Fact.Received(at, by));
    }

    /** The agency takes it in. @param answer until when it is answered */
    public Attempt classify(Actor by, Kind as, Deadline answer, Instant at) {
        return taking(Step.CLASSIFICATION, by, at, () -> {
            var before = owed();
            return after(
                    new Fact.Classified(at, by, before), as, dates.classified(at), matter, reason, settled(at, answer));
        });
    }

    /** Another agency is competent, and begins anew. @param screening of that agency */
    public Attempt transfer(Actor by, String agency, List<String> path, Deadline screening, Instant at) {
        return taking(Step.TRANSFER, by, at, () -> {
            if (agency.equals(matter.agency())) {
                return barred(Bar.SAME_AGENCY);
            }
            return after(
                    new Fact.Transferred(at, by, matter.agency(), owed()),
                    kind,
                    dates.arrived(at),
                    matter.at(agency, path),
                    reason,
                    settled(at, screening));
        });
    }

    /** Its agency was merged or closed: the one that took over goes on with it, and owes what was owed until when it was. */
    public Attempt succeed(String agency, List<String> path, Instant at) {
        return taking(
                Step.SUCCESSION,
                CLOCK,
                at,
                () -> agency.equals(matter.agency())
                        ? barred(Bar.SAME_AGENCY)
                        : after(
                                new Fact.Transferred(at, CLOCK, matter.agency(), owed()),
                                kind,
                                dates,
                                matter.at(agency, path),
                                reason,
                                ledger));
    }

    /** It is not handled. @param why code of the reason */
    public Attempt refuse(Actor by, String why, Instant at) {
        return taking(
                Step.REFUSAL,
                by,
                at,
                () -> after(
                        new Fact.Refused(at, by, why, owed()),
                        kind,
                        dates.refused(at),
                        matter,
                        why,
                        settled(at, null)));
    }

    /** Its author is asked for more; what the agency owes is counted anew when it comes. @param until when more can be asked for; null if nobody knows */
    public Attempt ask(Actor by, Instant until, Instant at) {
        return taking(Step.SUPPLEMENT_REQUEST, by, at, () -> {
            if (dates.askedAt() != null) {
                return barred(Bar.ASKED_ALREADY);
            }
            if (until != null && at.isAfter(until)) {
                return barred(Bar.TOO_LATE_TO_ASK);
            }
            return after(
                    new Fact.SupplementRequested(at, by), kind, dates.asked(at), matter, reason, settled(at, null));
        });
    }

    /** The author sends more. @param answer until when it is answered now */
    public Attempt supply(Actor by, Deadline answer, Instant at) {
        return taking(
                Step.SUPPLEMENT,
                by,
                at,
                () -> after(new Fact.SupplementSubmitted(at, by), kind, dates, matter, reason, settled(at, answer)));
    }

    /** The agency answers. @param publication until when the answer is made public */
    public Attempt answer(Actor by, Deadline publication, Instant at) {
        return taking(
                Step.ANSWER,
                by,
                at,
                () -> after(
                        new Fact.Answered(at, by, owed()),
                        kind,
                        dates.answered(at),
                        matter,
                        reason,
                        settled(at, publication)));
    }

    /** The answer is made public. */
    public Attempt publish(Actor by, Instant at) {
        return taking(
                Step.PUBLICATION,
                by,
                at,
                () -> after(
                        new Fact.Published(at, by, owed()),
                        kind,
                        dates.published(at),
                        matter,
                        reason,
                        settled(at, null)));
    }

    /** The author says what they think of the answer, once; nothing else changes. @param points 1 to 5 */
    public Attempt rate(Actor by, int points, Instant at) {
        return taking(
                Step.RATING,
                by,
                at,
                () -> score != null
                        ? barred(Bar.RATED_ALREADY)
                        : new Attempt.Done(
                                new Feedback(
                                        id,
                                        kind,
                                        status,
                                        status,
                                        sequence + 1,
                                        at,
                                        matter,
                                        dates,
                                        reason,
                                        points,
                                        ledger),
                                new Fact.Rated(at, by, points)));
    }

    /** Says that what is owed is overdue: at the instant at which it was due, however late it is found out. */
    public Attempt ring(Instant now) {
        var due = current().filter(Deadline::rings).filter(one -> one.dueAt().isBefore(now));
        if (due.isEmpty()) {
            return barred(Bar.NOT_DUE);
        }
        var at = due.get().dueAt().isBefore(changedAt) ? changedAt : due.get().dueAt();
        return taking(
                Step.LATENESS,
                CLOCK,
                at,
                () -> after(
                        new Fact.Overdue(at, CLOCK, due.get().stage(), due.get().dueAt()),
                        kind,
                        dates,
                        matter,
                        reason,
                        changed(Deadline::missed)));
    }

    /** That instant, but never before the last step: the clocks of two instances differ by a little. */
    public Instant notBeforeLastStep(Instant now) {
        return now.isBefore(changedAt) ? changedAt : now;
    }

    /** What the agency owes now; empty if nothing. */
    public Optional<Deadline> current() {
        return ledger.isEmpty()
                ? Optional.empty()
                : Optional.of(ledger.get(ledger.size() - 1)).filter(one -> one.endedAt() == null);
    }

    /** Until when; empty if nothing is owed, or nobody knows. */
    public Optional<Instant> dueAt() {
        return current().map(Deadline::dueAt);
    }

    /** When somebody has to be told that it is overdue; empty if never. */
    public Optional<Instant> wakesAt() {
        return current().filter(Deadline::rings).map(Deadline::dueAt);
    }

    /** Whether the step could be taken now, as far as that depends on where the feedback stands. */
    public boolean isOpenTo(Step step) {
        return Arrow.of(step).leadsFrom(status)
                && switch (step) {
                    case SUPPLEMENT_REQUEST -> dates.askedAt() == null;
                    case RATING -> score == null;
                    case LATENESS -> wakesAt().isPresent();
                    default -> true;
                };
    }

    private interface Guarded {
        Attempt attempt();
    }

    private Attempt taking(Step step, Actor by, Instant at, Guarded guards) {
        var arrow = Arrow.of(step);
        if (!arrow.leadsFrom(status)) {
            return barred(Bar.of(status, step));
        }
        if (!arrow.takenBy(by.role())) {
            return barred(Bar.OTHER_ROLE);
        }
        return at.isBefore(changedAt) ? barred(Bar.BEFORE_LAST_STEP) : guards.attempt();
    }

    private Attempt barred(Bar why) {
        return new Attempt.Barred(why, status);
    }

    private Instant owed() {
        return dueAt().orElse(null);
    }

    /** The ledger with what is owed done, and what is owed from now on; null if nothing is. */
    private List<Deadline> settled(Instant at, Deadline next) {
        var lines = new ArrayList<>(changed(one -> one.ended(at)));
        if (next != null) {
            lines.add(next);
        }
        return lines;
    }

    private List<Deadline> changed(UnaryOperator<Deadline> change) {
        var lines = new ArrayList<>(ledger);
        current().ifPresent(one -> lines.set(lines.size() - 1, change.apply(one)));
        return lines;
    }

    private Attempt.Done after(Fact fact, Kind as, Dates when, Matter about, String why, List<Deadline> owedNow) {
        var to = fact.fold(new Destination(status));
        return new Attempt.Done(
                new Feedback(id, as, to, status, sequence + 1, fact.at(), about, when, why, score, owedNow), fact);
    }
}
