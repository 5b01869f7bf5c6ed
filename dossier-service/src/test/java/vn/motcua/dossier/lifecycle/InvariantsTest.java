package vn.motcua.dossier.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.lifecycle.Samples.APPOINTMENT;
import static vn.motcua.dossier.lifecycle.Samples.ID;
import static vn.motcua.dossier.lifecycle.Samples.NINE;
import static vn.motcua.dossier.lifecycle.Samples.as;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds after any sequence of attempts, sensible or not: the invariants I1 to I8 as far as there are steps. */
class InvariantsTest {

    private static final Set<DossierStatus> NEVER_ACCEPTED = EnumSet.of(DossierStatus.SUBMITTED, DossierStatus.REFUSED);
    private static final Set<DossierStatus> WITH_RESULT = EnumSet.of(DossierStatus.COMPLETED, DossierStatus.RETURNED);

    /** One attempt: which step, by whom, how long after the one before. */
    private record Try(Step step, Role role, boolean granted, boolean identity, int minutesLater) {}

    private record Life(boolean online, boolean immediate, List<Try> tries) {}

    @Property(tries = 2000)
    void noLifeBreaksTheInvariants(@ForAll("lives") Life life) {
        var matter =
                Samples.matter(life.online() ? Channel.ONLINE : Channel.COUNTER, ReturnMethod.POST, life.immediate());
        var dossier = Samples.done(
                        life.online()
                                ? Dossier.submit(ID, matter, Samples.OPEN, as(Role.CITIZEN), null, NINE)
                                : Dossier.acceptAtCounter(
                                        ID, matter, Samples.OPEN, as(Role.RECEPTION), APPOINTMENT, NINE))
                .dossier();
        var at = NINE;
        holds(dossier);
        for (var one : life.tries()) {
            at = at.plus(Duration.ofMinutes(one.minutesLater()));
            var before = dossier;
            dossier = attempt(dossier, one, at)
                    .fold(
                            done -> {
                                follows(before, done);
                                return done.dossier();
                            },
                            barred -> {
                                assertThat(barred.status()).isEqualTo(before.status());
                                return before;
                            });
            holds(dossier);
        }
    }

    @Property(tries = 500)
    void whatHasEndedStaysAsItIs(@ForAll Step step, @ForAll Role role, @ForAll("final") DossierStatus status) {
        var dossier = Samples.at(status, Samples.online());
        if (step != Step.SUBMISSION) {
            var attempt = attempt(dossier, new Try(step, role, true, true, 1), NINE.plusSeconds(60));
            assertThat(attempt).isInstanceOf(Attempt.Barred.class);
        }
    }

    private static void holds(Dossier dossier) {
        var times = dossier.timeline();
        var neverAccepted = NEVER_ACCEPTED.contains(dossier.status())
                || (dossier.status() == DossierStatus.WITHDRAWN && dossier.previousStatus() == DossierStatus.SUBMITTED);
        assertThat(times.acceptedAt() == null).as("I1").isEqualTo(neverAccepted);
        assertThat(times.dueAt() == null).as("I2").isEqualTo(neverAccepted);
        assertThat(times.completedAt() != null).as("I3 completed").isEqualTo(WITH_RESULT.contains(dossier.status()));
        var ended = WITH_RESULT.contains(dossier.status()) || dossier.status() == DossierStatus.WITHDRAWN;
        assertThat(times.endedAt() != null).as("I3 ended").isEqualTo(ended && times.acceptedAt() != null);
        assertThat(Stream.of(times.submittedAt(), times.acceptedAt(), times.completedAt(), times.returnedAt())
                        .filter(Objects::nonNull))
                .as("I4")
                .isSorted();
        assertThat(times.originalDueAt()).as("I8").isEqualTo(times.dueAt());
    }

    private static void follows(Dossier before, Attempt.Done done) {
        var after = done.dossier();
        assertThat(done.fact().actor().role()).as("I6").isNotNull();
        assertThat(done.fact().at()).as("I6").isEqualTo(after.changedAt());
        assertThat(after.sequence()).as("I7").isEqualTo(before.sequence() + 1);
        assertThat(after.previousStatus()).isEqualTo(before.status());
        assertThat(before.status().next()).contains(after.status());
        assertThat(after.matter()).isEqualTo(before.matter());
    }

    private static Attempt attempt(Dossier dossier, Try one, Instant at) {
        var actor = as(one.role());
        var reference = one.granted() ? "1/KQ" : null;
        return switch (one.step()) {
            case SUBMISSION, ACCEPTANCE -> dossier.accept(actor, APPOINTMENT, at);
            case REFUSAL -> dossier.refuse(actor, "INCOMPLETE", at);
            case PROCESSING -> dossier.begin(actor, null, at);
            case WITHDRAWAL -> dossier.withdraw(actor, at);
            case COMPLETION ->
                dossier.complete(
                        actor, one.granted() ? Outcome.GRANTED : Outcome.DENIED, reference, "CONDITIONS_NOT_MET", at);
            case RETURN ->
                dossier.handOver(actor, one.role() == Role.POSTAL ? Via.POST : Via.COUNTER, one.identity(), at);
        };
    }

    @Provide
    Arbitrary<Life> lives() {
        var tries = Combinators.combine(
                        Arbitraries.of(Step.class),
                        Arbitraries.of(Role.class),
                        Arbitraries.of(true, false),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(4, Arbitraries.just(true)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(false))),
                        Arbitraries.integers().between(-5, 600))
                .as(Try::new);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        tries.list().ofMaxSize(40))
                .as(Life::new);
    }

    @Provide("final")
    Arbitrary<DossierStatus> ends() {
        return Arbitraries.of(DossierStatus.values()).filter(DossierStatus::isFinal);
    }
}
