package vn.motcua.kpi.collecting;

import java.time.Instant;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DueDateChanged;
import vn.motcua.dossier.events.ReplyOverdue;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.Submitted;

/**
 * What some events of a dossier tell of the answer to an online submission, in their order; null where they do not tell.
 *
 * @param dueAt until when it was to be answered
 * @param at when it first stopped waiting for an answer; of several the first holds
 * @param late true if an answer was reported overdue, to the submission or to papers sent later; false if its date was moved into the future after that
 */
record Reply(Instant dueAt, Instant at, Boolean late) {

    static final Reply NOTHING = new Reply(null, null, null);

    /**
     * With one more event, which carries a state.
     *
     * @param now when it became true
     */
    Reply then(DossierEvent event, Instant now) {
        var replied = at == null && answers(event) ? now : at;
        return event.fold(new DossierEvent.SomeCases<>() {
            @Override
            public Reply submitted(Submitted fact) {
                return new Reply(fact.replyDueAt(), replied, late);
            }

            @Override
            public Reply replyOverdue(ReplyOverdue fact) {
                return new Reply(dueAt, replied, true);
            }

            /** What was late by a day that has become a day off was not. Whether the first answer was late is seen by its own date, which stays. */
            @Override
            public Reply dueDateChanged(DueDateChanged fact) {
                return fact.replyDueAt() == null
                        ? Reply.this
                        : new Reply(
                                at == null ? fact.replyDueAt() : dueAt,
                                at,
                                fact.replyDueAt().isAfter(now) ? Boolean.FALSE : late);
            }

            @Override
            public Reply other(DossierEvent fact) {
                return new Reply(dueAt, replied, late);
            }
        });
    }

    /** Whoever takes it back has not been answered by that. */
    private static boolean answers(DossierEvent event) {
        var state = event.dossier();
        return state.previousStatus() == Status.SUBMITTED
                && state.status() != Status.SUBMITTED
                && state.status() != Status.WITHDRAWN;
    }
}
