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
 * @param openedAt when its clock started; null while it waits for another
 * @param dueAt until when it is due; null without a limit and before it is opened
 * @param receivedAt when the agency acknowledged it; null until then
 * @param finishedAt when the agency finished it, or it was taken back; null until then
 * @param outcome how; null until then
 * @param told whether it was said that the part is late
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
        boolean told) {

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

    static Leg planned(int number, String agency, TimeLimit limit, Integer after) {
        return new Leg(number, agency, limit, after, null, null, null, null, null, false);
    }

    Leg opened(Instant at, Instant due) {
        return new Leg(number, agency, limit, after, at, due, null, null, null, false);
    }

    Leg received(Instant at) {
        return new Leg(number, agency, limit, after, openedAt, dueAt, at, null, null, told);
    }

    Leg finished(Instant at, Outcome how) {
        var received = receivedAt == null ? at : receivedAt;
        return new Leg(number, agency, limit, after, openedAt, dueAt, received, at, how, told);
    }

    /** Taken back: its clock ends here, what it was late until then stays. It may never have been opened or received. */
    Leg withdrawn(Instant at) {
        return new Leg(number, agency, limit, after, openedAt, dueAt, receivedAt, at, Outcome.WITHDRAWN, told);
    }

    /** The rest of this part, for the agency that took over: due when this one was, and told late if this one was. */
    Leg continued(int next, String successor, Instant at) {
        return new Leg(next, successor, limit, number, at, dueAt, null, null, null, told);
    }

    /** Waits for another part than before. */
    Leg waitingFor(int other) {
        return new Leg(number, agency, limit, other, openedAt, dueAt, receivedAt, finishedAt, outcome, told);
    }

    /** Another agency's, before anybody had it. */
    Leg plannedFor(String other) {
        return new Leg(number, other, limit, after, openedAt, dueAt, receivedAt, finishedAt, outcome, told);
    }

    /** Due at another time, by the calendar as it is at an instant. What is no longer late by it was not said to be late. */
    public Leg redated(Instant due, Instant at) {
        var stillTold = told && !due.isAfter(at);
        return new Leg(number, agency, limit, after, openedAt, due, receivedAt, finishedAt, outcome, stillTold);
    }

    Leg toldLate() {
        return new Leg(number, agency, limit, after, openedAt, dueAt, receivedAt, finishedAt, outcome, true);
    }

    /** Whether the agency has it and has not finished. */
    public boolean isOpen() {
        return openedAt != null && finishedAt == null;
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    /** When it has to be said that it is late; null if it need not. */
    Instant rings() {
        return isOpen() && !told && limit.unit() != LimitUnit.NONE ? dueAt : null;
    }
}
