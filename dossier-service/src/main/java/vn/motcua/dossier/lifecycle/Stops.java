package vn.motcua.dossier.lifecycle;

import java.time.Instant;

/** Processing that ends without a result, or rests for a while. */
public record Stops(Dossier dossier) {

    /** The reason of a stop because papers have not come in time. */
    public static final String SUPPLEMENT_EXPIRED = "SUPPLEMENT_EXPIRED";

    /** The reason of a stop because a payment has not come in time. */
    public static final String PAYMENT_EXPIRED = "PAYMENT_EXPIRED";

    /**
     * Stops processing: the leader on legal grounds, for good or for a while (T22); because papers (T16) or a payment (T19) have not come in time,
     * for good.
     *
     * @param why code of the reason; may be null where a deadline says it all
     */
    public Attempt stop(Actor by, String why, boolean resumable, Instant at) {
        return dossier.taking(Step.STOP, by, at, transition -> {
            if (transition == Transition.T22) {
                return why == null ? dossier.barred(Bar.REASON_MISSING) : stopped(transition, by, why, resumable, at);
            }
            if (dossier.course().pause().deadline() == null && transition == Transition.T16) {
                return dossier.barred(Bar.ANSWERED_ALREADY);
            }
            return dossier.hasRunOut(at)
                    ? stopped(
                            transition,
                            by,
                            transition == Transition.T16 ? SUPPLEMENT_EXPIRED : PAYMENT_EXPIRED,
                            false,
                            at)
                    : dossier.barred(Bar.STILL_TIME_LEFT);
        });
    }

    private Attempt stopped(Transition transition, Actor by, String why, boolean resumable, Instant at) {
        var fact = new Fact.Stopped(at, by, why, resumable);
        if (resumable) {
            return dossier.draft(transition)
                    .reason(why)
                    .pause(new Pause(Pause.Cause.STOP, dossier.status(), at, null, null, null))
                    .silent()
                    .stands(ClockEntry.Kind.PAUSE, at, why)
                    .after(fact);
        }
        return dossier.draft(transition)
                .closed()
                .reason(why)
                .timeline(times -> times.ended(at))
                .stands(ClockEntry.Kind.STOP, at, why)
                .after(fact);
    }

    /** What stopped for a while goes on with what was left of its limit. T23. */
    public Attempt resume(Actor by, Appointment appointment, Instant at) {
        return dossier.taking(
                Step.RESUMPTION,
                by,
                at,
                transition -> dossier.back()
                        .reason(null)
                        .timeline(times -> times.due(appointment.dueAt()))
                        .movesTo(ClockEntry.Kind.RESUME, appointment, at, null)
                        .after(new Fact.Resumed(at, by, dossier.timeline().dueAt())));
    }
}
