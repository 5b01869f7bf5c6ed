package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.lifecycle.Timekeeping.Countings;

/** The parts of the work that other agencies do (liên thông). Source: Decree 61/2018, art. 19 §5–§7. */
public record Parts(Dossier dossier) {

    /** Why a part leaves an agency that was merged or closed. */
    public static final String REORGANISED = "AGENCY_REORGANISED";

    /**
     * What another agency is asked for.
     *
     * @param after number of the part that comes first; null for at once
     * @param task what they are to do, in words
     * @param paper whether it goes on paper: then its clock starts when it is received
     */
    public record Asked(String agency, TimeLimit limit, Integer after, String task, boolean paper) {}

    /**
     * Asks another agency for its part: at once, or when another part is finished. The longest path of parts ends within the total. Source: Decree
     * 61/2018, art. 19 §5, §6 (what is asked for and until when).
     *
     * @param countings each part is counted as the agency counts that has it
     */
    public Attempt ask(Actor by, Asked asked, Countings countings, Instant at) {
        var agency = asked.agency();
        var limit = asked.limit();
        var after = asked.after();
        return dossier.taking(Step.LEG, by, at, transition -> {
            if (asked.task() == null) {
                return dossier.barred(Bar.TASK_MISSING);
            }
            if (agency.equals(dossier.matter().agency())) {
                return dossier.barred(Bar.SAME_AGENCY);
            }
            var first = after == null ? Optional.<Leg>empty() : dossier.course().leg(after);
            if (after != null && first.isEmpty()) {
                return dossier.barred(Bar.PART_BEFORE_UNKNOWN);
            }
            var planned = Leg.planned(dossier.course().legs().size() + 1, asked);
            var waits = first.isPresent() && !first.get().isFinished();
            var start = waits ? expectedEnd(first.get(), countings, at) : at;
            var due = start == null ? null : countings.of(agency).due(start, limit);
            if (isBeyondTotal(due, at)) {
                return dossier.barred(Bar.LEG_BEYOND_TOTAL);
            }
            if (waits) {
                return dossier.draft(transition).newLeg(planned).after(new Fact.LegPlanned(at, by, planned));
            }
            var opened = planned.opened(at, due);
            return dossier.draft(transition).newLeg(opened).after(new Fact.LegOpened(at, by, opened));
        });
    }

    /** When a part is finished if nobody is late from now on; null where nobody can say. What is on its way on paper arrives now at the earliest. */
    private Instant expectedEnd(Leg leg, Countings countings, Instant at) {
        var counting = countings.of(leg.agency());
        var due = leg.dueAt();
        if (leg.openedAt() != null && due == null) {
            due = counting.due(at, leg.limit());
        }
        if (leg.openedAt() == null) {
            var before = dossier.course().leg(leg.after()).orElseThrow();
            var start = before.isFinished() ? at : expectedEnd(before, countings, at);
            due = start == null ? null : counting.due(start, leg.limit());
        }
        return due == null || due.isAfter(at) ? due : at;
    }

    /** The other agency acknowledges that it has its part. @param counting of the other agency: the clock of what came on paper starts */
    public Attempt receive(Actor by, int number, Counting counting, Instant at) {
        return changing(Step.LEG_RECEIPT, by, number, at, leg -> {
            if (leg.receivedAt() != null) {
                return dossier.barred(Bar.PART_RECEIVED);
            }
            var received = leg.received(at, counting.due(at, leg.limit()));
            return same().leg(received).after(new Fact.LegReceived(at, by, received));
        });
    }

    /**
     * The other agency finishes its part, done or declined. Source: Decree 61/2018, art. 19 §5 (who is late says why).
     *
     * @param why code of the reason it was declined, or done late; null where it is done in time
     */
    public Attempt finish(Actor by, int number, Leg.Outcome outcome, String why, Instant at) {
        return changing(Step.LEG_COMPLETION, by, number, at, leg -> {
            if (outcome == Leg.Outcome.WITHDRAWN) {
                return dossier.barred(Bar.LEAD_WITHDRAWS);
            }
            if (outcome == Leg.Outcome.DECLINED && why == null) {
                return dossier.barred(Bar.REASON_MISSING);
            }
            if (outcome == Leg.Outcome.DONE && leg.isLate(at) != (why != null)) {
                return dossier.barred(why == null ? Bar.DELAY_UNEXPLAINED : Bar.PART_NOT_LATE);
            }
            var finished = leg.finished(at, outcome, why);
            return same().leg(finished).after(new Fact.LegFinished(at, by, finished, why));
        });
    }

    /**
     * The agency that answers for the dossier takes a part back: the result waits for it no longer and its clock ends. A part that comes after it
     * is opened as if it had been finished.
     *
     * @param why code of the reason
     */
    public Attempt withdraw(Actor by, int number, String why, Instant at) {
        return dossier.taking(Step.LEG_WITHDRAWAL, by, at, transition -> {
            var leg = dossier.course().leg(number).orElse(null);
            if (leg == null) {
                return dossier.barred(Bar.PART_UNKNOWN);
            }
            if (leg.isFinished()) {
                return dossier.barred(Bar.PART_FINISHED);
            }
            if (why == null) {
                return dossier.barred(Bar.REASON_MISSING);
            }
            var withdrawn = leg.withdrawn(at);
            return same().leg(withdrawn).after(new Fact.LegWithdrawn(at, by, withdrawn, why));
        });
    }

    /**
     * The part leaves an agency that was merged or closed; what it was late until then stays that agency's. Half of a hand-over: nobody may see it
     * without {@link #goOn}.
     */
    public Attempt leave(Actor by, int number, Instant at) {
        return dossier.taking(Step.LEG_TRANSFER, by, at, transition -> {
            var leg = dossier.course().leg(number).orElse(null);
            if (leg == null || leg.openedAt() == null) {
                return dossier.barred(Bar.PART_UNKNOWN);
            }
            if (leg.isFinished()) {
                return dossier.barred(Bar.PART_FINISHED);
            }
            var left = leg.withdrawn(at);
            return dossier.draft(transition).leg(left).after(new Fact.LegWithdrawn(at, by, left, REORGANISED));
        });
    }

    /**
     * The agency that took over goes on with the part that was left: as a part of its own, due on the same date, and its own from when the other was
     * left, which it has yet to acknowledge. What
     * waited for the one waits for the other.
     *
     * @param number of the part that was left
     */
    public Attempt goOn(Actor by, int number, String successor, Instant at) {
        return dossier.taking(Step.LEG_TRANSFER, by, at, transition -> {
            var left = dossier.course().leg(number).orElse(null);
            if (left == null || left.openedAt() == null || left.outcome() != Leg.Outcome.WITHDRAWN) {
                return dossier.barred(Bar.PART_UNKNOWN);
            }
            if (successor.equals(left.agency())) {
                return dossier.barred(Bar.SAME_AGENCY);
            }
            var rest = left.continued(dossier.course().legs().size() + 1, successor);
            var draft = dossier.draft(transition);
            dossier.course().legs().stream()
                    .filter(leg -> leg.openedAt() == null && !leg.isFinished())
                    .filter(leg -> Integer.valueOf(number).equals(leg.after()))
                    .forEach(leg -> draft.leg(leg.waitingFor(rest.number())));
            return draft.newLeg(rest).after(new Fact.LegOpened(at, by, rest));
        });
    }

    private Attempt changing(Step step, Actor by, int number, Instant at, Function<Leg, Attempt> change) {
        return dossier.taking(step, by, at, transition -> {
            var leg = dossier.course().leg(number).orElse(null);
            if (leg == null || leg.openedAt() == null) {
                return dossier.barred(Bar.PART_UNKNOWN);
            }
            if (!covers(by.unit(), leg.agency())) {
                return dossier.barred(Bar.PART_OF_ANOTHER);
            }
            return leg.isFinished() ? dossier.barred(Bar.PART_FINISHED) : change.apply(leg);
        });
    }

    /** The total is what the citizen was promised: no part may be due after it, unless it is late already. */
    private boolean isBeyondTotal(Instant due, Instant at) {
        var total = dossier.timeline().dueAt();
        return total != null && due != null && !at.isAfter(total) && due.isAfter(total);
    }

    private Draft same() {
        return new Draft(dossier, dossier.status());
    }

    private static boolean covers(String unit, String agency) {
        return unit != null && (agency.equals(unit) || agency.startsWith(unit + "."));
    }
}
