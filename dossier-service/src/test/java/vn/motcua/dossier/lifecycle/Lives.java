package vn.motcua.dossier.lifecycle;

import static vn.motcua.dossier.lifecycle.Samples.ACCOUNT;
import static vn.motcua.dossier.lifecycle.Samples.AGENCY;
import static vn.motcua.dossier.lifecycle.Samples.APPOINTMENT;
import static vn.motcua.dossier.lifecycle.Samples.CODE;
import static vn.motcua.dossier.lifecycle.Samples.ID;
import static vn.motcua.dossier.lifecycle.Samples.LIMIT;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.OPEN;
import static vn.motcua.dossier.lifecycle.Samples.OTHER_AGENCY;
import static vn.motcua.dossier.lifecycle.Samples.WORKFLOW;
import static vn.motcua.dossier.lifecycle.Samples.after;
import static vn.motcua.dossier.lifecycle.Samples.as;
import static vn.motcua.dossier.lifecycle.Samples.counter;
import static vn.motcua.dossier.lifecycle.Samples.matter;
import static vn.motcua.dossier.lifecycle.Samples.ofTheOther;
import static vn.motcua.dossier.lifecycle.Samples.online;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.dossier.calendar.TimeLimit;

/** Dossiers that came where they stand by real steps; at nine o'clock unless a time is named. */
final class Lives {

    static final Instant REPLY = Hours.COUNTING.due(NINE, TimeLimit.workingHours(8));
    static final Instant DEADLINE = Hours.at("2022-06-20T23:59:59");
    static final Instant PAY_DEADLINE = Hours.at("2022-06-17T23:59:59");
    static final Instant LAST_DAY_FOR_PAPERS = Hours.at("2022-06-13T09:00");
    static final long FEE = 200_000;

    private Lives() {}

    static Dossier submitted() {
        return after(Dossier.submit(ID, online(), OPEN, as(Role.CITIZEN), REPLY, NINE))
                .named(CODE);
    }

    static Dossier refused() {
        return after(submitted().refuse(as(Role.RECEPTION), "INCOMPLETE", NINE));
    }

    static Dossier accepted() {
        return accepted(LIMIT, NINE);
    }

    static Dossier accepted(TimeLimit limit, Instant at) {
        return after(Dossier.acceptAtCounter(ID, counter(), OPEN, as(Role.RECEPTION), Hours.whole(limit, at), at))
                .named(CODE);
    }

    static Dossier acceptedByPost() {
        var matter = matter(Channel.POST, ReturnMethod.POST, false);
        return after(Dossier.acceptAtCounter(ID, matter, OPEN, as(Role.RECEPTION), APPOINTMENT, NINE))
                .named(CODE);
    }

    static Dossier immediate() {
        return after(Dossier.acceptAtCounter(
                        ID,
                        matter(Channel.COUNTER, ReturnMethod.COUNTER, true),
                        OPEN,
                        as(Role.RECEPTION),
                        APPOINTMENT,
                        NINE))
                .named(CODE);
    }

    static Dossier processing() {
        return processing(accepted());
    }

    static Dossier processing(Dossier accepted) {
        return after(accepted.begin(as(Role.RECEPTION), null, Workflow.NONE, Hours.COUNTING, accepted.changedAt()));
    }

    /** An online dossier whose result is wanted in this way. */
    static Dossier processing(ReturnMethod method) {
        var matter = matter(Channel.ONLINE, method, false);
        var submitted = after(Dossier.submit(ID, matter, OPEN, as(Role.CITIZEN), REPLY, NINE))
                .named(CODE);
        return processing(after(submitted.accept(as(Role.RECEPTION), APPOINTMENT, NINE)));
    }

    /** At the first step of the workflow, taken by the officer. */
    static Dossier appraising() {
        return after(accepted().begin(as(Role.OFFICER), ACCOUNT, WORKFLOW, Hours.COUNTING, NINE));
    }

    /** At the second step, sent there and not opened. */
    static Dossier checking() {
        return forwarded(appraising(), Role.OFFICER, ACCOUNT);
    }

    /** At the third step, taken by the leader. */
    static Dossier signing() {
        var sent = forwarded(checking(), Role.LEADER, "head-1");
        return after(sent.routing().assign(as(Role.LEADER), true, ACCOUNT, AGENCY, Samples.WORKFLOW, NINE));
    }

    /** At the last step. */
    static Dossier issuing() {
        return forwarded(signing(), Role.LEADER, "leader-1");
    }

    static Dossier forwarded(Dossier from, Role role, String account) {
        return after(from.routing().forward(as(role), account, WORKFLOW, Hours.COUNTING, from.changedAt()));
    }

    /** Papers that were asked for at once, from now until the deadline. */
    static Dossier asked(Dossier from) {
        return asked(from, from.changedAt(), DEADLINE);
    }

    static Dossier asked(Dossier from, Instant at, Instant deadline) {
        return after(from.papers().request(as(Role.RECEPTION), request(deadline), Laws.OF_2022, at));
    }

    static Papers.Request request(Instant deadline) {
        return new Papers.Request(List.of("CCCD"), deadline, LAST_DAY_FOR_PAPERS, null);
    }

    static Dossier supplied(Dossier waiting) {
        return after(waiting.papers().submit(as(Role.CITIZEN), 1, "sha256:01", REPLY, waiting.changedAt()));
    }

    /** Papers came and were found to be full; the limit began anew. */
    static Dossier confirmed(Dossier waiting, Instant at) {
        return after(waiting.papers().confirm(as(Role.RECEPTION), ClockPolicy.RESTART, Hours.whole(LIMIT, at), at));
    }

    static Dossier toPay(Dossier from) {
        return toPay(from, from.changedAt(), PAY_DEADLINE);
    }

    static Dossier toPay(Dossier from, Instant at, Instant deadline) {
        return after(from.payments().request(as(Role.CASHIER), FEE, deadline, at));
    }

    static Payments.Paid paid(Instant at) {
        return new Payments.Paid("pay-1", FEE, PaymentMethod.ONLINE, at, Gateway.NATIONAL);
    }

    /** In processing, with a fee that is still to be paid. */
    static Dossier owing() {
        return owing(ReturnMethod.COUNTER);
    }

    static Dossier owing(ReturnMethod method) {
        var terms = OPEN.costing(
                Bill.of(List.of(Bill.Line.of("PHI", Bill.Kind.FEE, Bill.Timing.POSTPAID, FEE))), false, null);
        var matter = matter(Channel.COUNTER, method, false);
        return processing(after(Dossier.acceptAtCounter(ID, matter, terms, as(Role.RECEPTION), APPOINTMENT, NINE))
                .named(CODE));
    }

    /** The same, paid at the counter without having been asked for. */
    static Dossier paidUp() {
        return after(owing().payments().confirm(as(Role.CASHIER), paid(NINE), ClockPolicy.RESUME, null, NINE));
    }

    static Dossier extended() {
        var later = Hours.promised(LIMIT, NINE, Hours.at("2022-06-20T09:00"));
        return after(processing().timekeeping().extend(as(Role.LEADER), later, "WORKLOAD", Laws.OF_2022, NINE));
    }

    static Dossier stopped(boolean resumable) {
        return stopped(processing(), resumable);
    }

    static Dossier stopped(Dossier from, boolean resumable) {
        return after(from.stops().stop(as(Role.LEADER), "COURT", resumable, from.changedAt()));
    }

    static Dossier withPart(Dossier from) {
        return after(from.parts()
                .ask(
                        as(Role.OFFICER),
                        Samples.part(OTHER_AGENCY, TimeLimit.workingDays(2), null),
                        Hours.EVERYWHERE,
                        NINE));
    }

    static Dossier withReceivedPart() {
        return after(withPart(processing()).parts().receive(ofTheOther(Role.OFFICER), 1, Hours.COUNTING, NINE));
    }

    static Dossier completed() {
        return completed(processing());
    }

    static Dossier completed(Dossier from) {
        return completed(from, from.changedAt());
    }

    /** By the leader who signs; by the clerk where that was before. */
    static Dossier completed(Dossier from, Instant at) {
        var by = from.course().signed() == null ? Role.LEADER : Role.CLERK;
        return after(from.complete(as(by), Outcome.GRANTED, "1/KQ", null, WORKFLOW, at));
    }

    static Dossier returned() {
        return after(completed().handOver(as(Role.RECEPTION), Via.COUNTER, IdentityCheck.OF_OWNER, NINE));
    }

    static Dossier rated() {
        return after(returned().ratings().rate(as(Role.CITIZEN), 4, Map.of(), NINE));
    }

    static Dossier withdrawn() {
        return after(processing().withdraw(as(Role.OFFICER), null, NINE));
    }

    static Dossier voided() {
        return after(processing().amendments().setAside(as(Role.LEADER), "ENTERED_TWICE", NINE));
    }

    /** Lived in another system and brought in with its life. */
    static Dossier imported() {
        return reborn(processing(), Origin.IMPORTED, processing().course());
    }

    /** Mastered by a ministry's system: what is known here is where it stands and its dates. */
    static Dossier mirrored() {
        return reborn(processing(), Origin.MIRRORED, Course.NEW);
    }

    static Dossier reborn(Dossier from, Origin origin, Course course) {
        return new Dossier(
                from.id(),
                from.code(),
                from.matter().as(origin),
                from.status(),
                from.previousStatus(),
                from.sequence(),
                from.changedAt(),
                from.timeline(),
                from.outcome(),
                from.reason(),
                from.resultReference(),
                from.officer(),
                course);
    }

    /** As a ministry's system told of it. */
    static Dossier told(DossierStatus status, Timeline times) {
        var from = mirrored();
        return new Dossier(
                from.id(),
                from.code(),
                from.matter(),
                status,
                from.previousStatus(),
                from.sequence(),
                from.changedAt(),
                times,
                null,
                null,
                null,
                null,
                Course.NEW);
    }

    /** What is due first of all that will ever be; empty once nothing is. */
    static Optional<Attempt> rung(Dossier dossier) {
        return dossier.timekeeping().ring(agency -> Hours.COUNTING, Instant.parse("2030-01-01T00:00:00Z"));
    }
}
