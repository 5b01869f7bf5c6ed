package vn.motcua.dossier.feedback.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The whole life of feedback: every step, from everywhere, in every role. */
class FeedbackTest {

    private static final Instant NINE = Instant.parse("2022-06-08T02:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant SOON = NINE.plus(Duration.ofDays(2));
    private static final Instant LATER = NINE.plus(Duration.ofDays(21));
    private static final Instant AFTERWARDS = LATER.plus(Duration.ofDays(30));
    private static final UUID ID = new UUID(1, 1);
    private static final Matter MATTER =
            new Matter(Channel.NATIONAL, "H03.01", List.of("H03", "H03.01"), null, "c-17", "sha256:01");

    /**
     * Columns are where it stands, lines are what is asked for. A word is where it stands afterwards, "!" says what bars it. Below each step: who may take it;
     * to everybody else it is not theirs at all.
     */
    private static final String TABLE = """
            step               | RECEIVED            | PROCESSING          | PROCESSING/supplied | SUPPLEMENT_REQUIRED | ANSWERED            | ANSWERED/rated    | PUBLISHED         | PUBLISHED/rated   | REFUSED
            CLASSIFICATION     | PROCESSING          | !CLASSIFIED_ALREADY | !CLASSIFIED_ALREADY | !WAITS_FOR_AUTHOR   | !ANSWERED_ALREADY   | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !REFUSED_FOR_GOOD
            TRANSFER           | RECEIVED            | !CLASSIFIED_ALREADY | !CLASSIFIED_ALREADY | !WAITS_FOR_AUTHOR   | !ANSWERED_ALREADY   | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !REFUSED_FOR_GOOD
            REFUSAL            | REFUSED             | !CLASSIFIED_ALREADY | !CLASSIFIED_ALREADY | REFUSED             | !ANSWERED_ALREADY   | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !REFUSED_FOR_GOOD
            SUPPLEMENT_REQUEST | !NOT_CLASSIFIED_YET | SUPPLEMENT_REQUIRED | !ASKED_ALREADY      | !WAITS_FOR_AUTHOR   | !ANSWERED_ALREADY   | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !REFUSED_FOR_GOOD
            SUPPLEMENT         | !NOT_CLASSIFIED_YET | !NOTHING_ASKED      | !NOTHING_ASKED      | PROCESSING          | !ANSWERED_ALREADY   | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !REFUSED_FOR_GOOD
            ANSWER             | !NOT_CLASSIFIED_YET | ANSWERED            | ANSWERED            | !WAITS_FOR_AUTHOR   | !ANSWERED_ALREADY   | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !REFUSED_FOR_GOOD
            PUBLICATION        | !NOT_CLASSIFIED_YET | !NOT_ANSWERED_YET   | !NOT_ANSWERED_YET   | !WAITS_FOR_AUTHOR   | PUBLISHED           | PUBLISHED         | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !REFUSED_FOR_GOOD
            RATING             | !NOT_ANSWERED_YET   | !NOT_ANSWERED_YET   | !NOT_ANSWERED_YET   | !WAITS_FOR_AUTHOR   | ANSWERED            | !RATED_ALREADY    | PUBLISHED         | !RATED_ALREADY    | !REFUSED_FOR_GOOD
            SUCCESSION         | RECEIVED            | PROCESSING          | PROCESSING          | SUPPLEMENT_REQUIRED | ANSWERED            | ANSWERED          | !ANSWERED_ALREADY | !ANSWERED_ALREADY | !REFUSED_FOR_GOOD
            LATENESS           | RECEIVED            | PROCESSING          | PROCESSING          | !NOT_DUE            | ANSWERED            | ANSWERED          | !NOT_DUE          | !NOT_DUE          | !NOT_DUE
            """;

    private static final Map<Step, Set<Role>> TAKERS = new EnumMap<>(Map.of(
            Step.CLASSIFICATION, EnumSet.of(Role.RECEPTION, Role.OFFICER, Role.LEADER),
            Step.TRANSFER, EnumSet.of(Role.RECEPTION, Role.LEADER),
            Step.REFUSAL, EnumSet.of(Role.RECEPTION, Role.LEADER),
            Step.SUPPLEMENT_REQUEST, EnumSet.of(Role.RECEPTION, Role.OFFICER, Role.LEADER),
            Step.SUPPLEMENT, EnumSet.of(Role.CITIZEN, Role.PORTAL, Role.RECEPTION),
            Step.ANSWER, EnumSet.of(Role.LEADER),
            Step.PUBLICATION, EnumSet.of(Role.RECEPTION, Role.LEADER),
            Step.RATING, EnumSet.of(Role.CITIZEN, Role.PORTAL),
            Step.SUCCESSION, EnumSet.of(Role.SYSTEM),
            Step.LATENESS, EnumSet.of(Role.SYSTEM)));

    @Test
    void everyStepFromEverywhereInEveryRoleIsAsTheTableSays() {
        var lines = TABLE.lines().map(line -> line.split("\\|")).toList();
        var names = Arrays.stream(lines.get(0)).map(String::strip).toList();
        var softly = new SoftAssertions();
        var cells = 0;
        for (var line : lines.subList(1, lines.size())) {
            var step = Step.valueOf(line[0].strip());
            for (int i = 1; i < names.size(); i++) {
                var feedback = positions().get(names.get(i));
                for (var role : Role.values()) {
                    var told = step + " by " + role + " from " + names.get(i);
                    var actor = Rights.actor(party(role), step, feedback);
                    var found = actor.map(by -> attempt(feedback, step, by)).map(FeedbackTest::told);
                    softly.assertThat(found.orElse("-"))
                            .as(told)
                            .isEqualTo(TAKERS.get(step).contains(role) ? line[i].strip() : "-");
                    var offered = Rights.nextSteps(party(role), feedback).contains(step);
                    softly.assertThat(offered)
                            .as("offered: " + told)
                            .isEqualTo(!step.isOfTheClock()
                                    && TAKERS.get(step).contains(role)
                                    && !line[i].strip().startsWith("!"));
                    cells++;
                }
            }
        }
        softly.assertAll();
        assertThat(cells).isEqualTo(Step.values().length * positions().size() * Role.values().length);
    }

    @Test
    void inTheWrongRoleAStepIsBarredWhoeverLetItThrough() {
        var answered = attempt(processing(), Step.ANSWER, new Actor(Role.OFFICER, "H03.01"));
        assertThat(told(answered)).isEqualTo("!OTHER_ROLE");
    }

    @Test
    void everyStepIsAFactWithTheNextNumberAndFollowsAnArrow() {
        for (var feedback : positions().values()) {
            for (var step : Step.values()) {
                attempt(feedback, step, new Actor(TAKERS.get(step).iterator().next(), null))
                        .fold(
                                done -> {
                                    var after = done.feedback();
                                    assertThat(after.sequence()).isEqualTo(feedback.sequence() + 1);
                                    assertThat(after.changedAt())
                                            .isEqualTo(done.fact().at());
                                    assertThat(after.previousStatus()).isEqualTo(feedback.status());
                                    assertThat(after.status() == feedback.status()
                                                    || feedback.status().next().contains(after.status()))
                                            .isTrue();
                                    assertThat(after.ledger().stream().filter(line -> line.endedAt() == null))
                                            .as("at most one thing is owed")
                                            .hasSizeLessThanOrEqualTo(1);
                                    return null;
                                },
                                barred -> null);
            }
        }
    }

    @Test
    void whoTakesOverOwesWhatWasOwedUntilWhenItWas() {
        for (var feedback : List.of(received(), processing(), asked(), answered())) {
            var done = done(feedback.succeed("H03.10", List.of("H03", "H03.10"), TEN));

            assertThat(done.feedback().matter().agency()).isEqualTo("H03.10");
            assertThat(done.feedback().ledger()).isEqualTo(feedback.ledger());
            assertThat(done.feedback().dates()).isEqualTo(feedback.dates());
            assertThat(done.fact())
                    .isEqualTo(new Fact.Transferred(
                            TEN,
                            new Actor(Role.SYSTEM, null),
                            "H03.01",
                            feedback.dueAt().orElse(null)));
            assertThat(told(done.feedback().succeed("H03.10", List.of("H03", "H03.10"), TEN)))
                    .isEqualTo("!SAME_AGENCY");
        }
    }

    @Test
    void whatIsOwedIsToldAsOverdueOnceAndAtTheInstantAtWhichItWasDue() {
        var received = received();
        assertThat(received.wakesAt()).contains(SOON);
        assertThat(told(received.ring(SOON))).as("not yet").isEqualTo("!NOT_DUE");

        var rung = done(received.ring(AFTERWARDS));

        assertThat(rung.fact()).isEqualTo(new Fact.Overdue(SOON, new Actor(Role.SYSTEM, null), Stage.SCREENING, SOON));
        assertThat(rung.feedback().wakesAt()).isEmpty();
        assertThat(rung.feedback().dueAt()).as("still owed").contains(SOON);
        assertThat(told(rung.feedback().ring(AFTERWARDS))).isEqualTo("!NOT_DUE");
        var classified = after(rung.feedback().classify(official(Role.RECEPTION), Kind.REPORT, answer(), AFTERWARDS));
        assertThat(classified.ledger())
                .containsExactly(new Deadline(Stage.SCREENING, NINE, SOON, "c", AFTERWARDS, true), answer());
        assertThat(classified.wakesAt()).as("the next one rings too").contains(LATER);
    }

    @Test
    void nothingIsOwedWhileItsAuthorIsWaitedForAndTheAnswerIsCountedAnewFromWhatTheySend() {
        var asked = asked();
        assertThat(asked.dueAt()).isEmpty();
        assertThat(told(asked.ring(AFTERWARDS))).isEqualTo("!NOT_DUE");

        var supplied = after(asked.supply(
                new Actor(Role.CITIZEN, null), Deadline.of(Stage.ANSWER, AFTERWARDS, AFTERWARDS, "c"), AFTERWARDS));
        assertThat(supplied.dueAt()).contains(AFTERWARDS);
    }

    @Test
    void moreIsAskedForWithinFiveWorkingDaysOnly() {
        assertThat(told(processing().ask(official(Role.OFFICER), TEN, TEN))).isEqualTo("SUPPLEMENT_REQUIRED");
        assertThat(told(processing().ask(official(Role.OFFICER), TEN, TEN.plusMillis(1))))
                .isEqualTo("!TOO_LATE_TO_ASK");
        assertThat(told(processing().ask(official(Role.OFFICER), null, AFTERWARDS)))
                .as("nobody can count")
                .isEqualTo("SUPPLEMENT_REQUIRED");
    }

    @Test
    void anotherAgencyBeginsAnewAndTheOneBeforeHasItNoMore() {
        var moved = after(received()
                .transfer(
                        official(Role.RECEPTION),
                        "H03.02",
                        List.of("H03", "H03.02"),
                        Deadline.of(Stage.SCREENING, TEN, LATER, "c"),
                        TEN));
        assertThat(moved.dates().receivedAt()).isEqualTo(NINE);
        assertThat(moved.dates().arrivedAt()).isEqualTo(TEN);
        assertThat(moved.dueAt()).contains(LATER);
        assertThat(Rights.maySee(party(Role.RECEPTION), moved)).isFalse();
        assertThat(told(moved.transfer(official(Role.LEADER), "H03.02", List.of(), null, TEN)))
                .isEqualTo("!SAME_AGENCY");
    }

    @Test
    void authorsSeeTheirOwnThePortalWhatCameThroughItAndOfficialsTheirAgencys() {
        var mine = received();
        assertThat(Rights.maySee(new Party(Set.of(Role.CITIZEN), null, "c-18"), mine))
                .isFalse();
        assertThat(Rights.maySee(new Party(Set.of(Role.CITIZEN), null, null), mine))
                .isFalse();
        assertThat(Rights.maySee(new Party(Set.of(Role.PORTAL), "H03.02", null), mine))
                .isFalse();
        assertThat(Rights.maySee(new Party(Set.of(Role.LEADER), "H03", null), mine))
                .isTrue();
        assertThat(Rights.maySee(new Party(Set.of(Role.LEADER), "H03.010", null), mine))
                .isFalse();
        assertThat(Rights.maySee(new Party(Set.of(), "H03.01", "c-17"), mine)).isFalse();
        assertThat(Rights.author(new Party(Set.of(Role.CITIZEN), null, null), Channel.ONLINE, "H03.01"))
                .isEmpty();
        assertThat(Rights.author(new Party(Set.of(Role.RECEPTION), "H03.02", null), Channel.COUNTER, "H03.01"))
                .isEmpty();
    }

    @Test
    void aStepBeforeTheLastOneIsBarred() {
        assertThat(told(processing().answer(official(Role.LEADER), null, NINE.minusMillis(1))))
                .isEqualTo("!BEFORE_LAST_STEP");
    }

    private static Map<String, Feedback> positions() {
        var all = new LinkedHashMap<String, Feedback>();
        all.put("RECEIVED", received());
        all.put("PROCESSING", processing());
        all.put("PROCESSING/supplied", after(asked().supply(new Actor(Role.CITIZEN, null), answer(), NINE)));
        all.put("SUPPLEMENT_REQUIRED", asked());
        all.put("ANSWERED", answered());
        all.put("ANSWERED/rated", rated(answered()));
        all.put("PUBLISHED", after(answered().publish(official(Role.RECEPTION), NINE)));
        all.put("PUBLISHED/rated", rated(after(answered().publish(official(Role.RECEPTION), NINE))));
        all.put("REFUSED", after(received().refuse(official(Role.LEADER), "UNCLEAR", NINE)));
        return all;
    }

    private static Feedback received() {
        return Feedback.receive(
                        ID, MATTER, new Actor(Role.PORTAL, null), Deadline.of(Stage.SCREENING, NINE, SOON, "c"), NINE)
                .feedback();
    }

    private static Feedback processing() {
        return after(received().classify(official(Role.RECEPTION), Kind.REPORT, answer(), NINE));
    }

    private static Feedback asked() {
        return after(processing().ask(official(Role.OFFICER), SOON, NINE));
    }

    private static Feedback answered() {
        return after(processing().answer(official(Role.LEADER), Deadline.of(Stage.PUBLICATION, NINE, SOON, "c"), NINE));
    }

    private static Feedback rated(Feedback feedback) {
        return after(feedback.rate(new Actor(Role.CITIZEN, null), 4, NINE));
    }

    private static Deadline answer() {
        return Deadline.of(Stage.ANSWER, NINE, LATER, "c");
    }

    /** Exhaustive: a new step says how it is asked for. */
    private static Attempt attempt(Feedback feedback, Step step, Actor by) {
        return switch (step) {
            case CLASSIFICATION -> feedback.classify(by, Kind.PROPOSAL, answer(), TEN);
            case TRANSFER ->
                feedback.transfer(
                        by, "H03.02", List.of("H03", "H03.02"), Deadline.of(Stage.SCREENING, TEN, SOON, "c"), TEN);
            case REFUSAL -> feedback.refuse(by, "UNCLEAR", TEN);
            case SUPPLEMENT_REQUEST -> feedback.ask(by, SOON, TEN);
            case SUPPLEMENT -> feedback.supply(by, answer(), TEN);
            case ANSWER -> feedback.answer(by, Deadline.of(Stage.PUBLICATION, TEN, SOON, "c"), TEN);
            case PUBLICATION -> feedback.publish(by, TEN);
            case RATING -> feedback.rate(by, 5, TEN);
            case SUCCESSION -> feedback.succeed("H03.10", List.of("H03", "H03.10"), TEN);
            case LATENESS -> feedback.ring(AFTERWARDS);
        };
    }

    private static Party party(Role role) {
        return switch (role) {
            case CITIZEN -> new Party(Set.of(role), null, "c-17");
            case PORTAL, SYSTEM -> new Party(Set.of(role), null, null);
            case RECEPTION, OFFICER, LEADER -> new Party(Set.of(role), "H03.01", null);
        };
    }

    private static Actor official(Role role) {
        return new Actor(role, "H03.01");
    }

    private static Feedback after(Attempt attempt) {
        return done(attempt).feedback();
    }

    private static Attempt.Done done(Attempt attempt) {
        return attempt.fold(done -> done, barred -> {
            throw new AssertionError("barred: " + barred.reason());
        });
    }

    private static String told(Attempt attempt) {
        return attempt.fold(
                done -> done.feedback().status().name(),
                barred -> "!" + barred.reason().name());
    }
}
