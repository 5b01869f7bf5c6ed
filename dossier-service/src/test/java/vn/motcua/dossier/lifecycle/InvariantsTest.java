package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.NINE;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import vn.motcua.dossier.calendar.LimitUnit;
import vn.motcua.dossier.calendar.TimeLimit;
import vn.motcua.dossier.lifecycle.Wanderer.Start;
import vn.motcua.dossier.lifecycle.Wanderer.Try;

/**
 * What holds after any sequence of attempts, sensible or not, by anybody, at any time, with the clock ringing in between: the invariants I1 to I8,
 * and what the ledger and the alarms promise.
 */
class InvariantsTest {

    private static final Set<Class<? extends Fact>> REASONED = Set.of(
            Fact.Refused.class,
            Fact.StepSentBack.class,
            Fact.Extended.class,
            Fact.Stopped.class,
            Fact.ResultRecalled.class,
            Fact.Corrected.class,
            Fact.Voided.class,
            Fact.LegWithdrawn.class,
            Fact.PaymentRefunded.class);

    private static final Set<DossierStatus> WITH_RESULT = EnumSet.of(DossierStatus.COMPLETED, DossierStatus.RETURNED);
    private static final Set<DossierStatus> RUNNING = EnumSet.of(DossierStatus.ACCEPTED, DossierStatus.PROCESSING);

    @Property(tries = 1500, shrinking = ShrinkingMode.BOUNDED)
    void noLifeBreaksTheInvariants(@ForAll("starts") Start start, @ForAll("tries") List<Try> tries) {
        var wanderer = new Wanderer(start);
        holds(wanderer);
        for (var one : tries) {
            var before = wanderer.dossier();
            var attempt = wanderer.attempt(one);
            attempt.fold(
                    done -> {
                        follows(before, done);
                        Statistics.label("facts").collect(name(done.fact().getClass()));
                        return null;
                    },
                    barred -> {
                        assertThat(barred.status()).isEqualTo(before.status());
                        assertThat(wanderer.dossier()).isEqualTo(before);
                        return null;
                    });
            if (wanderer.wasForeseenToBeBarred()) {
                assertThat(attempt).as("not open, so barred").isInstanceOf(Attempt.Barred.class);
            }
            holds(wanderer);
        }
        Statistics.label("facts").coverage(InvariantsTest::everythingHappens);
        Statistics.label("ends").collect(wanderer.dossier().status());
        Statistics.label("lines of the ledger")
                .collect(Math.min(8, wanderer.dossier().course().clock().size()));
    }

    /** A property of lives that go nowhere would be worth nothing. */
    private static void everythingHappens(StatisticsCoverage coverage) {
        for (var fact : Fact.class.getPermittedSubclasses()) {
            // A destruction is nobody's step: see below.
            if (fact != Fact.Submitted.class && fact != Fact.Reported.class && fact != Fact.RecipientErased.class) {
                coverage.check(name(fact)).count(times -> times > 0);
            }
        }
    }

    private static String name(Class<?> fact) {
        return fact.getSimpleName();
    }

    private static void holds(Wanderer wanderer) {
        var dossier = wanderer.dossier();
        accepted(dossier);
        ended(dossier);
        due(wanderer);
        ledger(dossier);
        wakes(dossier);
        waits(dossier);
    }

    /** I1: accepted are all but new, refused, and what was taken back, asked for papers or set aside before. */
    private static void accepted(Dossier dossier) {
        var accepted = dossier.timeline().acceptedAt() != null;
        switch (dossier.status()) {
            case SUBMITTED, REFUSED -> assertThat(accepted).as("I1").isFalse();
            case SUPPLEMENT_REQUIRED -> {
                var pause = dossier.course().pause();
                if (pause != null) {
                    assertThat(accepted).as("I1").isEqualTo(pause.cause() != Pause.Cause.PAPERS_BEFORE_ACCEPTANCE);
                }
            }
            case WITHDRAWN ->
                assertThat(accepted).as("I1").isEqualTo(dossier.timeline().endedAt() != null);
            case STOPPED ->
                assertThat(accepted || dossier.course().voidedAt() != null)
                        .as("I1")
                        .isTrue();
            default -> assertThat(accepted).as("I1").isTrue();
        }
    }

    /** I3 and I4. */
    private static void ended(Dossier dossier) {
        var times = dossier.timeline();
        var voided = dossier.course().voidedAt();
        assertThat(times.completedAt() != null).as("I3 completed").isEqualTo(WITH_RESULT.contains(dossier.status()));
        var ends = WITH_RESULT.contains(dossier.status())
                || dossier.status() == DossierStatus.WITHDRAWN
                || (dossier.status() == DossierStatus.STOPPED && dossier.isClosed());
        assertThat(times.endedAt() != null).as("I3 ended").isEqualTo(ends && times.acceptedAt() != null);
        if (voided != null) {
            assertThat(times.endedAt()).as("I3 voided").isEqualTo(times.acceptedAt() == null ? null : voided);
            assertThat(dossier.outcome()).as("I3 voided").isNull();
        }
        assertThat(Stream.of(times.submittedAt(), times.acceptedAt(), times.completedAt(), times.returnedAt())
                        .filter(Objects::nonNull))
                .as("I4")
                .isSorted();
        assertThat(times.returnedAt() != null).as("I4").isEqualTo(dossier.status() == DossierStatus.RETURNED);
        assertThat(dossier.outcome() != null).isEqualTo(WITH_RESULT.contains(dossier.status()));
    }

    /** I2, and the date is the one to which the ledger leads, counted again with the same calendar. */
    private static void due(Wanderer wanderer) {
        var dossier = wanderer.dossier();
        var times = dossier.timeline();
        if (times.acceptedAt() == null) {
            assertThat(times.dueAt()).as("I2").isNull();
            assertThat(times.originalDueAt()).as("I2").isNull();
            return;
        }
        assertThat(times.dueAt() == null).as("I2").isEqualTo(wanderer.limit().unit() == LimitUnit.NONE);
        var ledger = dossier.course().clock();
        if (ledger.isEmpty()) {
            assertThat(dossier.matter().origin())
                    .as("only a mirrored one has none")
                    .isEqualTo(Origin.MIRRORED);
            return;
        }
        assertThat(Recount.due(ledger, wanderer.limit(), Hours.counting(wanderer.calendar()), wanderer.calendar()))
                .as("counted again from %s", ledger)
                .isEqualTo(times.dueAt());
        if (RUNNING.contains(dossier.status())) {
            assertThat(ledger.get(ledger.size() - 1).dueAt())
                    .as("the last line")
                    .isEqualTo(times.dueAt());
        }
    }

    /** I5: the clock runs, stands still, runs, and ends; never two of a kind. */
    private static void ledger(Dossier dossier) {
        var runs = false;
        var ended = false;
        Instant since = null;
        Instant last = null;
        for (var entry : dossier.course().clock()) {
            switch (entry.kind()) {
                case START -> {
                    assertThat(last).as("I5 once, first").isNull();
                    runs = true;
                }
                case PAUSE -> {
                    assertThat(runs && !ended).as("I5 no pause in a pause").isTrue();
                    runs = false;
                    since = entry.at();
                }
                case RESUME, RESTART -> {
                    assertThat(runs || ended)
                            .as("I5 only what stood still goes on")
                            .isFalse();
                    runs = true;
                    since = null;
                }
                case EXTEND ->
                    assertThat(runs && !ended)
                            .as("I5 only what runs is extended")
                            .isTrue();
                case STOP -> {
                    assertThat(ended).as("I5 one end").isFalse();
                    ended = true;
                }
                case REOPEN -> {
                    assertThat(ended).as("I5 only what ended").isTrue();
                    ended = false;
                    runs = true;
                }
                case REDATE -> assertThat(ended).as("I5 an end is not redated").isFalse();
                case CORRECT -> {}
            }
            assertThat(last == null || !entry.at().isBefore(last))
                    .as("in order")
                    .isTrue();
            last = entry.at();
        }
        if (last != null) {
            assertThat(ended)
                    .as("the ledger has ended")
                    .isEqualTo(dossier.timeline().endedAt() != null);
            assertThat(runs && !ended).as("the ledger runs").isEqualTo(RUNNING.contains(dossier.status()));
        }
        assertThat(dossier.course().pausedSince())
                .as("stands still since, also where it ended so")
                .isEqualTo(Optional.ofNullable(since));
    }

    /** No alarm outlives what it is for. */
    private static void wakes(Dossier dossier) {
        var alarms = dossier.course().alarms();
        if (dossier.isClosed() || dossier.matter().origin() == Origin.MIRRORED) {
            assertThat(dossier.course().wakesAt()).as("closed or not ours").isEmpty();
        }
        if (dossier.status() != DossierStatus.SUBMITTED) {
            assertThat(alarms.reply()).isNull();
        }
        if (dossier.status() != DossierStatus.ACCEPTED) {
            assertThat(alarms.forward()).as("forwarded, or not to be").isNull();
        }
        if (!RUNNING.contains(dossier.status())) {
            assertThat(alarms.dueSoon()).isNull();
            assertThat(alarms.overdue()).isNull();
        } else if (dossier.matter().origin() != Origin.MIRRORED
                && dossier.timeline().dueAt() != null) {
            assertThat(Stream.of(alarms.overdue(), alarms.told()).filter(Objects::nonNull))
                    .as("told, or to be told")
                    .contains(dossier.timeline().dueAt());
        }
        assertThat(alarms.deadline())
                .isEqualTo(
                        dossier.course().pause() == null
                                ? null
                                : dossier.course().pause().deadline());
    }

    /** What waits says what for, and nothing else does. */
    private static void waits(Dossier dossier) {
        var pause = dossier.course().pause();
        var waiting = switch (dossier.status()) {
            case SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED -> true;
            case STOPPED -> !dossier.isClosed();
            default -> false;
        };
        assertThat(pause != null).as("waits").isEqualTo(waiting);
        if (dossier.isClosed()) {
            assertThat(dossier.course().flow()).isNull();
            assertThat(dossier.course().holders()).isEmpty();
        }
    }

    private static void follows(Dossier before, Attempt.Done done) {
        var after = done.dossier();
        var fact = done.fact();
        if (fact instanceof Fact.Rated || fact instanceof Fact.PaymentRefunded) {
            assertThat(after.status()).as("neither moves anything").isEqualTo(before.status());
            assertThat(after.timeline()).isEqualTo(before.timeline());
        } else {
            assertThat(before.isClosed()).as("nothing else follows an end").isFalse();
        }
        if (!(fact instanceof Fact.PaymentRefunded back && back.reason().equals(Payments.COLLECTED_BY_ERROR))) {
            money(before.course().owed(), after.course().owed());
        }
        by(fact);
        assertThat(fact.at()).as("I6").isEqualTo(after.changedAt()).isAfterOrEqualTo(before.changedAt());
        assertThat(after.sequence()).as("I7").isEqualTo(before.sequence() + 1);
        assertThat(after.previousStatus()).isEqualTo(before.status());
        if (after.status() != before.status()) {
            assertThat(before.status().next()).contains(after.status());
        }
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.code()).isEqualTo(before.code());
        assertThat(after.timeline().submittedAt()).isEqualTo(before.timeline().submittedAt());
        assertThat(after.course().clock().subList(0, before.course().clock().size()))
                .as("what was written stays")
                .isEqualTo(before.course().clock());
        if (before.timeline().acceptedAt() != null) {
            assertThat(after.timeline().acceptedAt())
                    .isEqualTo(before.timeline().acceptedAt());
            original(before, after, fact);
        }
        if (fact instanceof Fact.Overdue) {
            assertThat(before.course().alarms().told())
                    .as("once per date")
                    .isNotEqualTo(before.timeline().dueAt());
        }
    }

    /** I6: who, of which unit where they are of one, and why where the law asks for a reason. */
    private static void by(Fact fact) {
        var actor = fact.actor();
        switch (actor.role()) {
            case CITIZEN, SYSTEM, POSTAL ->
                assertThat(actor.unit()).as("I6 of no unit: %s", fact).isNull();
            case RECEPTION, OFFICER, LEADER, CLERK, CASHIER ->
                assertThat(actor.unit()).as("I6 unit: %s", fact).isNotBlank();
        }
        if (REASONED.contains(fact.getClass())
                || (fact instanceof Fact.Completed end && end.outcome() == Outcome.DENIED)) {
            assertThat(fact).as("I6 reason").extracting("reason").asString().isNotBlank();
        }
    }

    /** Lines are never lost, what was paid is never forgotten, and no more goes back than came. */
    private static void money(Bill before, Bill after) {
        assertThat(after.lines()).hasSizeGreaterThanOrEqualTo(before.lines().size());
        assertThat(after.paid()).isGreaterThanOrEqualTo(before.paid());
        assertThat(after.refunded()).isBetween(before.refunded(), after.paid());
        assertThat(after.paid() + after.outstanding()).isEqualTo(after.total());
    }

    /** I8: never but by a restart, which is logged with both dates. */
    private static void original(Dossier before, Dossier after, Fact fact) {
        if (fact instanceof Fact.SupplementCompleted full && full.policy() == ClockPolicy.RESTART) {
            assertThat(full.previousDueAt())
                    .as("I8")
                    .isEqualTo(before.timeline().dueAt());
            assertThat(after.timeline().originalDueAt())
                    .as("I8")
                    .isEqualTo(after.timeline().dueAt());
        } else {
            assertThat(after.timeline().originalDueAt())
                    .as("I8")
                    .isEqualTo(before.timeline().originalDueAt());
        }
    }

    @Property(tries = 3000)
    void whatHasEndedStaysAsItIs(@ForAll("closed") Dossier closed, @ForAll Step step, @ForAll Role role) {
        // What was paid goes back also afterwards, and the applicant says how they were served.
        if (step != Step.SUBMISSION && step != Step.REFUND && step != Step.RATING) {
            var attempt = Asking.attempt(closed, step, Samples.as(role), NINE.plus(Duration.ofDays(40)));
            assertThat(attempt).isInstanceOf(Attempt.Barred.class);
        }
        assertThat(closed.timekeeping().ring(agency -> Hours.COUNTING, Instant.MAX))
                .isEmpty();
    }

    @Property(tries = 3000)
    void whatWasDestroyedIsClosedToEverythingAndKeepsItsDates(
            @ForAll("closed") Dossier closed, @ForAll Step step, @ForAll Role role) {
        var later = closed.changedAt().plus(Duration.ofDays(40));
        var attempt = closed.amendments().destroy(Samples.as(Role.LEADER), later);
        if (closed.matter().origin() == Origin.MIRRORED) {
            assertThat(attempt).isEqualTo(new Attempt.Barred(Bar.MASTERED_ELSEWHERE, closed.status()));
            return;
        }
        assertThat(attempt).isInstanceOf(Attempt.Done.class);
        var destroyed = ((Attempt.Done) attempt).dossier();
        assertThat(destroyed.status()).isEqualTo(closed.status());
        assertThat(destroyed.timeline()).isEqualTo(closed.timeline());
        assertThat(destroyed.matter().privateDigest())
                .as("what was published fits")
                .isEqualTo(closed.matter().privateDigest());
        assertThat(destroyed.matter().citizen()).isNull();
        assertThat(destroyed.officer()).isNull();
        assertThat(destroyed.course().asked()).isEmpty();
        if (step != Step.SUBMISSION) {
            var then = Asking.attempt(destroyed, step, Samples.as(role), later.plusSeconds(1));
            assertThat(then).isInstanceOf(Attempt.Barred.class);
        }
        assertThat(destroyed.amendments().destroy(Samples.as(Role.LEADER), later))
                .isEqualTo(new Attempt.Barred(Bar.DESTROYED, closed.status()));
    }

    @Provide
    Arbitrary<Start> starts() {
        var limits = Arbitraries.of(
                TimeLimit.workingDays(5),
                TimeLimit.workingDays(20),
                TimeLimit.calendarDays(15),
                TimeLimit.workingHours(8),
                TimeLimit.none());
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(ReturnMethod.class),
                        Arbitraries.of(Origin.LIVE, Origin.LIVE, Origin.LIVE, Origin.IMPORTED, Origin.MIRRORED),
                        limits,
                        Arbitraries.of(ClockPolicy.class),
                        Arbitraries.integers().between(0, 60 * 24 * 40))
                .as(Start::new);
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        var one = Combinators.combine(
                        uniform(0, 99),
                        Arbitraries.of(Step.class),
                        Arbitraries.of(Role.class),
                        uniform(0, 9),
                        Arbitraries.frequencyOf(Tuple.of(1, uniform(-5, 60)), Tuple.of(1, uniform(0, 60 * 24 * 3))))
                .as(Try::new);
        return one.list().ofMinSize(5).ofMaxSize(60).withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Integer> uniform(int from, int to) {
        return Arbitraries.integers().between(from, to).withDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<Dossier> closed() {
        return Arbitraries.of(Positions.closed().values());
    }
}
