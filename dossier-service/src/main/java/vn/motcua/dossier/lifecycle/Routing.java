package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import vn.motcua.dossier.lifecycle.Workflow.WorkStep;

/** Who has a dossier and where it is in its workflow. Source: Decree 61/2018, art. 18, 19. */
public record Routing(Dossier dossier) {

    /**
     * Somebody takes the dossier whose step is on, or the leader gives it to an officer. Taking another's step would open it in their place: its
     * sender could recall it no more.
     *
     * @param self whether the account is that of who asks
     * @param account of the officer who has it from now on
     * @param unit code of the officer's unit
     */
    public Attempt assign(Actor by, boolean self, String account, String unit, Workflow workflow, Instant at) {
        return dossier.taking(Step.ASSIGNMENT, by, at, transition -> {
            if (!self && by.role() != Role.LEADER) {
                return dossier.barred(Bar.OTHER_ROLE);
            }
            var on = onStep(workflow);
            if (self && on != null && on.role() != by.role()) {
                return dossier.barred(Bar.OTHER_STEP);
            }
            var flow = dossier.course().flow();
            return dossier.draft(transition)
                    .officer(account)
                    .flow(flow != null && self ? flow.taken() : flow)
                    .after(new Fact.Assigned(at, by, unit));
        });
    }

    /** The step that is on is done; on to the next. T10. Forwarding from the signature is signing. @param account of who did it */
    public Attempt forward(Actor by, String account, Workflow workflow, Counting counting, Instant at) {
        return dossier.taking(Step.FORWARDING, by, at, transition -> {
            var flow = dossier.course().flow();
            var done = onStep(workflow);
            if (done == null) {
                return dossier.barred(Bar.NO_WORKFLOW);
            }
            if (done.role() != by.role()) {
                return dossier.barred(Bar.OTHER_STEP);
            }
            var next = workflow.after(done.code()).orElse(null);
            if (next == null) {
                return dossier.barred(Bar.LAST_STEP);
            }
            var due = counting.due(at, next.limit());
            var draft = dossier.draft(transition);
            if (workflow.isIssuedAfterSigning()
                    && workflow.signing().filter(done::equals).isPresent()) {
                draft.signed(new Signed(done.code(), flow.cameFrom(), account, at));
            }
            return draft.officer(null)
                    .flow(new Flow(next.code(), due, done.code(), account, false))
                    .after(new Fact.StepCompleted(at, by, done.code(), next.code(), flow.dueAt(), due));
        });
    }

    /** Whoever has it sends it one step back, with the reason. T11. */
    public Attempt sendBack(Actor by, String why, Workflow workflow, Counting counting, Instant at) {
        return dossier.taking(Step.SENDING_BACK, by, at, transition -> {
            var on = onStep(workflow);
            if (on == null) {
                return dossier.barred(Bar.NO_WORKFLOW);
            }
            if (on.role() != by.role()) {
                return dossier.barred(Bar.OTHER_STEP);
            }
            var before = workflow.before(on.code()).orElse(null);
            if (before == null) {
                return dossier.barred(Bar.FIRST_STEP);
            }
            if (why == null) {
                return dossier.barred(Bar.REASON_MISSING);
            }
            var again = again(before, workflow, counting, at);
            return signedStill(dossier.draft(transition), before, workflow)
                    .officer(null)
                    .flow(again)
                    .after(new Fact.StepSentBack(at, by, on.code(), again.step(), again.dueAt(), why));
        });
    }

    /** Whoever sent it on takes it back, as long as nobody has opened it. T12. @param account of who asks */
    public Attempt recall(Actor by, String account, Workflow workflow, Counting counting, Instant at) {
        return dossier.taking(Step.RECALL, by, at, transition -> {
            var flow = dossier.course().flow();
            if (flow == null) {
                return dossier.barred(Bar.NO_WORKFLOW);
            }
            var before = flow.cameFrom() == null
                    ? null
                    : workflow.step(flow.cameFrom()).orElse(null);
            if (before == null) {
                return dossier.barred(Bar.FIRST_STEP);
            }
            if (flow.opened()) {
                return dossier.barred(Bar.OPENED_ALREADY);
            }
            if (flow.sentBy() == null || !flow.sentBy().equals(account)) {
                return dossier.barred(Bar.NOT_THE_SENDER);
            }
            var again = again(before, workflow, counting, at).taken();
            return signedStill(dossier.draft(transition), before, workflow)
                    .officer(account)
                    .flow(again)
                    .after(new Fact.StepRecalled(at, by, flow.step(), again.step(), again.dueAt()));
        });
    }

    /** What is back at the signature has to be signed again. */
    private static Draft signedStill(Draft draft, WorkStep on, Workflow workflow) {
        return workflow.signing().filter(on::equals).isPresent() ? draft.signed(null) : draft;
    }

    private WorkStep onStep(Workflow workflow) {
        var flow = dossier.course().flow();
        return flow == null ? null : workflow.step(flow.step()).orElse(null);
    }

    /** A step that is on again; nobody can recall it from there. */
    private static Flow again(WorkStep step, Workflow workflow, Counting counting, Instant at) {
        var before = workflow.before(step.code()).map(WorkStep::code).orElse(null);
        return new Flow(step.code(), counting.due(at, step.limit()), before, null, false);
    }
}
