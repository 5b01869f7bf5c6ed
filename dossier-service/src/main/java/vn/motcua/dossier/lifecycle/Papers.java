package vn.motcua.dossier.lifecycle;

import java.time.Instant;
import java.util.List;

/** What the applicant is asked for and what they send: once and in full. Source: Decree 61/2018, art. 15 §3, 17 §2, 19 §4. */
public record Papers(Dossier dossier) {

    /**
     * What is asked.
     *
     * @param missing what is named: codes of components, or words
     * @param deadline until when they are awaited; null without one
     * @param allowedUntil until when papers may be asked for without more ado; null before acceptance
     * @param legalBasis why they may be asked for once more or later than that; null without one
     */
    public record Request(List<String> missing, Instant deadline, Instant allowedUntil, String legalBasis) {
        public Request {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Asks for papers: at reception (T06), or in processing (T13), where the clock then stands still. One request more than the law
     * gives, or one that comes late, is the leader's and names its legal basis.
     */
    public Attempt request(Actor by, Request asked, LegalRules rules, Instant at) {
        return dossier.taking(Step.SUPPLEMENT_REQUEST, by, at, transition -> {
            var before = transition == Transition.T06;
            if (before && !rules.allowsRequestAfter(dossier.course().askedBefore())) {
                return dossier.barred(Bar.ASKED_ALREADY);
            }
            if (!before && isIrregular(asked, rules, at)) {
                if (by.role() != Role.LEADER) {
                    return dossier.barred(Bar.LEADER_APPROVES);
                }
                if (asked.legalBasis() == null) {
                    return dossier.barred(Bar.BASIS_MISSING);
                }
            }
            if (asked.missing().isEmpty()) {
                return dossier.barred(Bar.NOTHING_NAMED);
            }
            if (asked.deadline() != null && !asked.deadline().isAfter(at)) {
                return dossier.barred(Bar.DEADLINE_PAST);
            }
            return ask(transition, before, by, asked, at);
        });
    }

    private Attempt ask(Transition transition, boolean before, Actor by, Request asked, Instant at) {
        var cause = before ? Pause.Cause.PAPERS_BEFORE_ACCEPTANCE : Pause.Cause.PAPERS;
        var draft = dossier.draft(transition)
                .asked(before, new Asked(at, asked.missing()))
                .pause(new Pause(cause, dossier.status(), at, asked.deadline(), null, asked.missing()))
                .awaits(asked.deadline());
        if (!before) {
            draft.stands(ClockEntry.Kind.PAUSE, at, cause.name());
        }
        var course = dossier.course();
        var count = 1 + (before ? course.askedBefore() : course.askedAfter());
        return draft.after(
                new Fact.SupplementRequested(at, by, before, asked.missing().size(), asked.deadline(), count));
    }

    /**
     * The applicant sends papers: the dossier is new again (T07), or waits until they are looked at (T14).
     *
     * @param digest of the private part with the papers that came
     * @param replyDueAt until when the agency answers now, before acceptance; null while nobody can say
     */
    public Attempt submit(Actor by, int items, String digest, Instant replyDueAt, Instant at) {
        return dossier.taking(Step.SUPPLEMENT, by, at, transition -> {
            if (items < 1) {
                return dossier.barred(Bar.NOTHING_SENT);
            }
            var fact = new Fact.SupplementSubmitted(at, by, items);
            var draft = dossier.draft(transition)
                    .matter(dossier.matter().ownedBy(dossier.matter().citizen(), digest));
            return transition == Transition.T07
                    ? draft.pause(null)
                            .timeline(times -> times.awaitingReply(replyDueAt))
                            .alarms(Alarms.awaitingReply(replyDueAt))
                            .after(fact)
                    : draft.pause(dossier.course().pause().answered()).silent().after(fact);
        });
    }

    /** The dossier is full: it goes back where it stood and the clock runs. T15. Source: Decree 61/2018, art. 19 §4. */
    public Attempt confirm(Actor by, ClockPolicy policy, Appointment appointment, Instant at) {
        return dossier.taking(Step.SUPPLEMENT_CONFIRMATION, by, at, transition -> {
            return dossier.goesOn(policy, appointment, at)
                    .after(new Fact.SupplementCompleted(
                            at, by, policy, dossier.timeline().dueAt()));
        });
    }

    private boolean isIrregular(Request asked, LegalRules rules, Instant at) {
        return !rules.allowsRequestAfter(dossier.course().askedAfter())
                || (asked.allowedUntil() != null && at.isAfter(asked.allowedUntil()));
    }
}
