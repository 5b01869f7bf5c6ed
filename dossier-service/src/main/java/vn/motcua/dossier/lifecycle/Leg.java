package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.Objects;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;

/**
 * A part of the work that another agency does, with a clock of its own. The citizen sees the total only. Source: Decree 61/2018, art. 19 §5–§7.
 *
 * @param number within the dossier, from 1
 * @param agency code of the agency that has it
 * @param limit how long it may take
 * @param after number of the part that has to be finished first (papers go from agency to agency), or that it goes on with where another agency
 *     took over; null where all go at once
 * @param openedAt when it was sent; null while it waits for another. Its clock starts then, or where it goes on paper when it is received
 * @param dueAt until when it is due; null without a limit and before its clock starts
 * @param receivedAt when the agency acknowledged it; null until then
 * @param finishedAt when the agency finished it, or it was taken back; null until then
 * @param outcome how; null until then
 * @param told whether it was said that the part is late
 * @param task what the agency is asked to do, in words; never published. Null where nobody said, before that was asked for
 * @param paper whether it goes on paper
 * @param reason code of why it was declined, or finished late; null otherwise
 * @param acknowledgeBy until when what went on paper should have been acknowledged: by when it would be due if it had arrived at once. Null once it was,
 *     and for what goes electronically
 */
public record Leg(
        int number,
        String agency,
        TimeLimit limit,
        Integer after,
        Instant openedAt,
        Instant dueAt,
        Instant receivedAt,
        Instant finishedAt,
        Outcome outcome,
        boolean told,
        String task,
        boolean paper,
        String reason,
        Instant acknowledgeBy) {

    /** How another agency answered. */
    public enum Outcome {
        DONE,
        /** It did not do its part, for a reason. */
        DECLINED,
        /** The agency that answers for the dossier took the part back: nobody waits for it any more. */
        WITHDRAWN
    }

    public Leg {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(limit, "limit");
    }

    static Leg planned(int number, Parts.Asked asked) {
        return new Leg(
                number,
                asked.agency(),
                asked.limit(),
                asked.after(),
                null,
                null,
                null,
                null,
                null,
                false,
                asked.task(),
                asked.paper(),
                null,
                null);
    }

    /** @param due if its clock starts now */
    Leg opened(Instant at, Instant due) {
        return with(at, paper ? null : due, null, null, null, false, null, paper ? due : null);
    }

    /** @param due if its clock starts now: what was on its way for too long has all its time, and is told late by that alone */
    Leg received(Instant at, Instant due) {
        return with(openedAt, paper ? due : dueAt, at, null, null, told && !paper, null, null);
    }

    Leg finished(Instant at, Outcome how, String why) {
        return with(openedAt, dueAt, receivedAt == null ? at : receivedAt, at, how, told, why, null);
    }

    /** Taken back: its clock ends here, what it was late until then stays. It may never have been opened or received. */
    Leg withdrawn(Instant at) {
        return with(openedAt, dueAt, receivedAt, at, Outcome.WITHDRAWN, told, null, acknowledgeBy);
    }

    /** The rest of this part that was left, for the agency that took over: due when this one was, and told late if this one was. */
    Leg continued(int next, String successor) {
        var onPaper = paper && receivedAt == null;
        return new Leg(
                next,
                successor,
                limit,
                number,
                finishedAt,
                dueAt,
                null,
                null,
                null,
                told,
                task,
                onPaper,
                null,
                acknowledgeBy);
    }

    /** Waits for another part than before. */
    Leg waitingFor(int other) {
        return of(agency, other, task);
    }

    /** Another agency's, before anybody had it. */
    Leg plannedFor(String other) {
        return of(other, after, task);
    }

    /**
     * Due at another time, by the calendar as it is at an instant; to be acknowledged by then, where its clock has not started. What is no longer late
     * by it was not said to be late.
     */
    public Leg redated(Instant due, Instant at) {
        var runs = startedAt() != null;
        return with(
                openedAt,
                runs ? due : dueAt,
                receivedAt,
                finishedAt,
                outcome,
                told && !due.isAfter(at),
                reason,
                runs ? acknowledgeBy : due);
    }

    /** When its clock started; null before. */
    public Instant startedAt() {
        return paper ? receivedAt : openedAt;
    }

    Leg toldLate() {
        return with(openedAt, dueAt, receivedAt, finishedAt, outcome, true, reason, acknowledgeBy);
    }

    /** Nothing that people wrote. */
    Leg withoutWords() {
        return of(agency, after, null);
    }

    private Leg of(String who, Integer behind, String asked) {
        return new Leg(
                number,
                who,
                limit,
                behind,
                openedAt,
                dueAt,
                receivedAt,
                finishedAt,
                outcome,
                told,
                asked,
                paper,
                reason,
                acknowledgeBy);
    }

    private Leg with(
            Instant opened,
            Instant due,
            Instant received,
            Instant finished,
            Outcome how,
            boolean late,
            String why,
            Instant acknowledged) {
        return new Leg(
                number,
                agency,
                limit,
                after,
                opened,
                due,
                received,
                finished,
                how,
                late,
                task,
                paper,
                why,
                acknowledged);
    }

    /** By when the lead hears of it, at least that it has arrived; null where nobody said by when. */
    public Instant awaitedBy() {
        return dueAt == null ? acknowledgeBy : dueAt;
    }

    /** Whether the agency has it and has not finished. */
    public boolean isOpen() {
        return openedAt != null && finishedAt == null;
    }

    /** Whether it is after the time by which it was due. */
    boolean isLate(Instant at) {
        return dueAt != null && at.isAfter(dueAt);
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    /** When it has to be said that it is late, or that nobody has acknowledged what went on paper; null if it need not. */
    Instant rings() {
        return isOpen() && !told && limit.unit() != LimitUnit.NONE ? awaitedBy() : null;
    }
}
